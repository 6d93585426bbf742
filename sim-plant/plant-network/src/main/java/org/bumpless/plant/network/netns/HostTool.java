package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of the host that the fabric is made with.
 *
 * @param name as it is found on the PATH or among the system programs
 * @param install what a person types to get it
 * @param within how long it may take over its commands
 */
record HostTool(String name, String install, Duration within) {
  private static final Duration LONG = Duration.ofSeconds(30);

  static final HostTool IP = new HostTool("ip", "apt-get install iproute2", LONG);
  static final HostTool NFT = new HostTool("nft", "apt-get install nftables", LONG);

  private static final int WORDS_MAX = 4_096;
  private static final List<String> SYSTEM_PROGRAMS =
      List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

  /** Where it is; ordinary users often have no system programs on their PATH. */
  Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(":")), SYSTEM_PROGRAMS.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Runs it inside a namespace with its commands on standard input.
   *
   * @throws IOException if it is missing, refuses or does not end; says what it said
   */
  void feed(Namespace namespace, List<String> arguments, List<String> lines)
      throws IOException, InterruptedException {
    namespace.act(() -> feed(namespace.name(), arguments, lines));
  }

  /**
   * Runs it where the calling thread stands. Commands and output go through files: a pipe would
   * stop the bench where the tool does not read, or does not end.
   *
   * @param where for people
   */
  void feed(String where, List<String> arguments, List<String> lines)
      throws IOException, InterruptedException {
    Path program =
        find()
            .orElseThrow(() -> new IOException("%s is not installed: %s".formatted(name, install)));
    List<String> command =
        Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
    Path input = Files.createTempFile("bumpless-" + name, ".in");
    try {
      Path output = Files.createTempFile("bumpless-" + name, ".out");
      try {
        Files.write(input, lines, StandardCharsets.US_ASCII);
        run(
            where,
            new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()),
            output);
      } finally {
        Files.deleteIfExists(output);
      }
    } finally {
      Files.deleteIfExists(input);
    }
  }

  private void run(String where, ProcessBuilder builder, Path output)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "%s did not end within %d ms in %s: %s"
                .formatted(name, within.toMillis(), where, words(output)));
      }
      if (process.exitValue() != 0) {
        throw new IOException("%s refused in %s: %s".formatted(name, where, words(output)));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static String words(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      String said = new String(in.readNBytes(WORDS_MAX), StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "(it said nothing)" : said;
    }
  }
}
