package org.bumpless.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of other people that tests run. */
public final class ThirdParty {
  private ThirdParty() {}

  /** Skips the test, loudly, where a program is missing; fails it in CI. */
  public static void require(String program, String debianPackage) {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    require(
        there
            ? Optional.empty()
            : Optional.of(
                program
                    + " is not on the PATH: install the package "
                    + debianPackage
                    + " for this test"));
  }

  /** Skips the test, loudly, where something stands in its way; fails it in CI. */
  public static void require(Optional<String> obstacle) {
    if (obstacle.isPresent() && "true".equals(System.getenv("CI"))) {
      fail(obstacle.get());
    } else if (obstacle.isPresent()) {
      System.err.println("SKIPPED: " + obstacle.get());
      abort(obstacle.get());
    }
  }

  /** What a command says and its exit code; it has to end within 60 s. */
  public static Said run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
      return new Said(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  /** How a command ended. */
  public record Said(int code, String text) {}
}
