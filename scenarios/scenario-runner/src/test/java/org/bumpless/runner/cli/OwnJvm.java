package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command in a JVM of its own, as the launcher starts it. */
final class OwnJvm {
  private OwnJvm() {}

  /** Its output and its errors are one stream. */
  static ProcessBuilder command(String... words) {
    List<String> line =
        Stream.concat(
                Stream.of(
                    "env", // what starts the tests in the background makes them deaf to Ctrl-C
                    "--default-signal=INT",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dbumpless.home=" + Ran.HOME,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.bumpless.runner.cli.Main"),
                Stream.of(words))
            .toList();
    return new ProcessBuilder(line).redirectErrorStream(true);
  }
}
