package org.bumpless.pep.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Word;

/** Products of the tests. */
final class Suts {
  private static final Path SHIPPED = Path.of("..", "..", "scenarios", "suts");

  private Suts() {}

  /** A product as it is shipped, for example {@code haproxy-mtls}. */
  static Sut shipped(String name) throws Exception {
    return SutFile.read(SHIPPED.resolve(name).resolve("sut.yaml"));
  }

  /** A product that is a shell script of one line. */
  static Sut shell(Path folder, String script) {
    return of(folder, Map.of(), "sh", "-c", script);
  }

  /** A product of a command; a program that is missing would have to be installed. */
  static Sut of(Path folder, Map<Path, String> templates, String... command) {
    return new Sut(
        "gate",
        "Some gate",
        "Gate 1",
        folder,
        process(templates, command, Duration.ofSeconds(20)),
        new Access.Transparent(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  /** The same product with another limit to its readiness. */
  static Sut within(Sut sut, Duration within) {
    Deployment.Process how = how(sut);
    return with(
        sut,
        new Deployment.Process(
            how.templates(),
            how.command(),
            new Deployment.Readiness(within),
            how.needs(),
            how.reload(),
            how.stopWithin(),
            Optional.empty()));
  }

  /** The same product, started by another program than the one that it needs. */
  static Sut startedBy(Sut sut, String program) {
    Deployment.Process how = how(sut);
    return with(
        sut,
        new Deployment.Process(
            how.templates(),
            List.of(new Word(program, new Place(3, 9))),
            how.readiness(),
            how.needs(),
            how.reload(),
            how.stopWithin(),
            Optional.empty()));
  }

  /** The same product, with a shell that does something before it becomes the program. */
  static Sut withShell(Sut sut, String script) {
    Deployment.Process how = how(sut);
    List<Word> command = new ArrayList<>();
    for (String word : List.of("sh", "-c", script + " exec \"$@\"", "sh")) {
      command.add(new Word(word, new Place(3, 9)));
    }
    command.addAll(how.command());
    return with(
        sut,
        new Deployment.Process(
            how.templates(),
            command,
            how.readiness(),
            how.needs(),
            how.reload(),
            how.stopWithin(),
            Optional.empty()));
  }

  private static Deployment.Process how(Sut sut) {
    return (Deployment.Process) sut.deployment();
  }

  private static Sut with(Sut sut, Deployment how) {
    return new Sut(
        sut.id(),
        sut.title(),
        sut.product(),
        sut.folder(),
        how,
        sut.access(),
        sut.features(),
        sut.pdp(),
        sut.settings());
  }

  private static Deployment.Process process(
      Map<Path, String> templates, String[] command, Duration within) {
    List<Word> words = Arrays.stream(command).map(w -> new Word(w, new Place(3, 9))).toList();
    return new Deployment.Process(
        templates,
        words,
        new Deployment.Readiness(within),
        new Deployment.Need(command[0], "apt-get install " + command[0]),
        Optional.empty(),
        Duration.ofMillis(500),
        Optional.empty());
  }
}
