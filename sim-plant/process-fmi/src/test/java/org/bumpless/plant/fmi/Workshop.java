package org.bumpless.plant.fmi;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;

/** Makes FMUs from the C source beside the tests. */
final class Workshop {
  static final String DESCRIPTION = "modelDescription.xml";
  static final String LIBRARY = "binaries/linux64/tank.so";

  private final Path folder;
  private final byte[] library;

  /** One that works in a folder; ends the test if this machine has no C compiler. */
  Workshop(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.library = compiled();
  }

  /** The library, compiled with further options. */
  byte[] compiled(String... options) throws IOException, InterruptedException {
    requireCompiler();
    Path source = Files.write(folder.resolve("tank.c"), resource("tank.c"));
    Path built = Files.createTempFile(folder, "tank", ".so");
    List<String> command =
        new ArrayList<>(
            List.of("cc", "-shared", "-fPIC", "-O2", "-std=c99", "-ffp-contract=off", "-o"));
    command.add(built.toString());
    command.add(source.toString());
    command.addAll(List.of(options));
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      fail(told);
    }
    return Files.readAllBytes(built);
  }

  private static void requireCompiler() {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "cc")));
    String missing = "NOT TESTED: no cc on the PATH: install the packages gcc and libc6-dev";
    if (!there) {
      System.err.println(missing);
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      abort(missing);
    }
  }

  /** The parts of a sound FMU, by their names in the zip; to be changed. */
  Map<String, byte[]> parts() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(DESCRIPTION, resource("tank.xml"));
    parts.put("binaries/win64/tank.dll", bytes("not for us"));
    parts.put(LIBRARY, library);
    parts.put("resources/start.txt", bytes("0.5"));
    return parts;
  }

  /** A file of these parts. */
  Path fmu(Map<String, byte[]> parts) throws IOException {
    Path file = Files.createTempFile(folder, "tank", ".fmu");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A sound FMU but for words of its description that are replaced, each by the one after it. */
  Path fmu(String... replaced) throws IOException {
    String description = new String(resource("tank.xml"), StandardCharsets.UTF_8);
    for (int i = 0; i < replaced.length; i += 2) {
      if (!description.contains(replaced[i])) {
        throw new IllegalArgumentException(replaced[i] + " is not in the description");
      }
      description = description.replace(replaced[i], replaced[i + 1]);
    }
    Map<String, byte[]> parts = parts();
    parts.put(DESCRIPTION, bytes(description));
    return fmu(parts);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A process of an FMU with devices that have all the same parameters. */
  static ProcessSpec spec(Path fmu, Map<String, Double> parameters, String... devices) {
    return new ProcessSpec(
        "fmu",
        Optional.of(fmu),
        Stream.of(devices).map(d -> new ProcessSpec.Unit(new AssetId(d), parameters)).toList());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Workshop.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
