package org.bumpless.plant.fmi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.plant.engine.ProcessModel;

/** The processes that a test has made, and what they have unpacked. */
final class Opened implements AutoCloseable {
  private final Path temporary;
  private final List<ProcessModel> models = new ArrayList<>();

  Opened(Path temporary) {
    this.temporary = temporary;
  }

  ProcessModel add(Path fmu, Map<String, Double> parameters, String... devices) {
    ProcessModel model =
        new FmuProvider(temporary).create(Workshop.spec(fmu, parameters, devices), 1);
    models.add(model);
    return model;
  }

  List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> !file.equals(temporary)).toList();
    }
  }

  Optional<Path> find(String name) throws IOException {
    return leftBehind().stream().filter(file -> file.endsWith(name)).findFirst();
  }

  /** Whether the system has a library from the folder in this JVM. */
  boolean isLoaded() throws IOException {
    return Files.readString(Path.of("/proc/self/maps")).contains(temporary.toRealPath().toString());
  }

  @Override
  public void close() {
    models.forEach(ProcessModel::close);
  }
}
