package org.bumpless.pep.container.foreground;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service of an engine, at the place of who starts it. */
final class EngineService implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration END_MAX = Duration.ofSeconds(5);

  private final Process process;
  private final Path socket;

  private EngineService(Process process, Path socket) {
    this.process = process;
    this.socket = socket;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param command program and arguments
   * @param socket where it will listen
   * @throws IOException if it does not; nothing of it is left then
   */
  static EngineService start(List<String> command, Path socket, Duration within)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    EngineService service = new EngineService(process, socket);
    boolean listens = false;
    try {
      long looks = within.dividedBy(BETWEEN_LOOKS);
      while (!listens(socket)) {
        if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException(
              "%s ended with code %d".formatted(String.join(" ", command), process.exitValue()));
        }
        if (--looks <= 0) {
          throw new IOException(
              "%s does not listen within %d s"
                  .formatted(String.join(" ", command), within.toSeconds()));
        }
      }
      listens = true;
      return service;
    } finally {
      if (!listens) {
        service.close();
      }
    }
  }

  private static boolean listens(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException _) {
      return false; // not there yet
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(socket);
  }
}
