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
    if (isThere(program)) {
      return;
    }
    String told = told(program, install);
    if ("true".equals(System.getenv("CI"))) {
      fail(told);
    }
    abort(told);
  }

  /**
   * Ends a test whose program cannot be had everywhere: skipped, and said loudly, where {@code
   * CI=true} too.
   *
   * @param install where a person gets it
   */
  public static void requireWherePossible(String program, String install) {
    if (!isThere(program)) {
      abort(told(program, install));
    }
  }

  private static String told(String program, String install) {
    String told = "NOT TESTED: program " + program + " is missing; get it with: " + install;
    System.err.println(told);
    return told;
  }

  private static boolean isThere(String program) {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/sbin"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
