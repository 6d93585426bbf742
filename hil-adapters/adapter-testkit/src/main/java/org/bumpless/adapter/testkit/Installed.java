package org.bumpless.adapter.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Third-party programs that tests need. */
public final class Installed {
  private Installed() {}

  /**
   * Ends a test whose program is missing: skipped, and said loudly, on a person's machine; failed
   * where {@code CI=true}.
   *
   * @param install what a person types to get it
   */
  public static void require(String program, String install) {
    boolean found =
        Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/sbin"))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (found) {
      return;
    }
    String told = "NOT TESTED: program " + program + " is missing; get it with: " + install;
    System.err.println(told);
    if ("true".equals(System.getenv("CI"))) {
      fail(told);
    }
    abort(told);
  }
}
