package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 */
record HostTool(String name, String install) {
  static final HostTool IP = new HostTool("ip", "apt-get install iproute2");
  static final HostTool NFT = new HostTool("nft", "apt-get install nftables");

  private static final long END_WITHIN_SECONDS = 30;
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
   * @throws IOException if it is missing or refuses; says what it said
   */
  void feed(Namespace namespace, List<String> arguments, List<String> lines)
      throws IOException, InterruptedException {
    Path program =
        find()
            .orElseThrow(() -> new IOException("%s is not installed: %s".formatted(name, install)));
    List<String> command =
        Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
    namespace.act(
        () -> {
          Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
          try {
            converse(process, namespace, lines);
          } finally {
            process.destroyForcibly();
          }
        });
  }

  private void converse(Process process, Namespace namespace, List<String> lines)
      throws IOException, InterruptedException {
    try (Writer input = process.outputWriter(StandardCharsets.US_ASCII)) {
      for (String line : lines) {
        input.write(line + "\n");
      }
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException(
          "%s did not end within %d s in %s".formatted(name, END_WITHIN_SECONDS, namespace.name()));
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s refused in %s: %s".formatted(name, namespace.name(), said.strip()));
    }
  }
}
