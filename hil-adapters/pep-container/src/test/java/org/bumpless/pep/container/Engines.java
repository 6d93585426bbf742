package org.bumpless.pep.container;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.pep.process.Programs;
import org.bumpless.plant.file.Word;

/** The engine of this host, and products for it. */
final class Engines {
  static final Programs PROGRAMS = Programs.of(System.getenv().getOrDefault("PATH", ""));
  private static final Path SHIPPED =
      Path.of("..", "..", "scenarios", "suts", "haproxy-container", "sut.yaml");

  private Engines() {}

  /** An engine that can run a container here; without one the test is skipped loudly, or fails. */
  static Engine require(Path folder) throws Exception {
    Optional<String> obstacle = obstacle(folder);
    if (obstacle.isPresent() && "true".equals(System.getenv("CI"))) {
      fail(obstacle.get());
    } else if (obstacle.isPresent()) {
      System.err.println("SKIPPED: " + obstacle.get());
      abort(obstacle.get());
    }
    return Engine.installed(PROGRAMS, folder);
  }

  private static Optional<String> obstacle(Path folder) throws Exception {
    for (String program : List.of("podman", "runc", "haproxy")) {
      if (PROGRAMS.find(program).isEmpty()) {
        return Optional.of(program + " is not installed: apt-get install podman runc haproxy");
      }
    }
    Engine.Answer answer =
        Engine.installed(PROGRAMS, folder).call("info", "--format", "{{.Host.Arch}}");
    return answer.yes() ? Optional.empty() : Optional.of("podman does not work: " + answer.words());
  }

  static Sut shipped() throws Exception {
    return SutFile.read(SHIPPED);
  }

  /** The shipped product with another image. */
  static Sut of(String image, Deployment.Ingredients of) throws Exception {
    Deployment.Container how = how();
    return shipped()
        .deployedAs(
            new Deployment.Container(
                new Word(image, how.image().place()),
                of,
                how.templates(),
                how.command(),
                how.readiness(),
                how.reload(),
                how.stopWithin()));
  }

  /** The shipped product that does something else. */
  static Sut doing(List<String> command) throws Exception {
    Deployment.Container how = how();
    return shipped()
        .deployedAs(
            new Deployment.Container(
                how.image(),
                how.of(),
                how.templates(),
                command.stream().map(word -> new Word(word, how.image().place())).toList(),
                how.readiness(),
                how.reload(),
                how.stopWithin()));
  }

  private static Deployment.Container how() throws Exception {
    return (Deployment.Container) shipped().deployment();
  }

  /** The names of all containers of ours that the engine knows. */
  static String containers(Engine engine) throws Exception {
    return engine
        .call("ps", "--all", "--filter", "name=bumpless-", "--format", "{{.Names}}")
        .words();
  }

  /** A folder with no program in it. */
  static Programs none(Path folder) throws Exception {
    return new Programs(List.of(Files.createDirectories(folder.resolve("bin"))));
  }
}
