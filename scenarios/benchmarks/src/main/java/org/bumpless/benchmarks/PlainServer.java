package org.bumpless.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A Modbus TCP server in C on libmodbus, in a process of its own; it ends with this object. */
final class PlainServer implements AutoCloseable {
  private static final String SOURCE = "plain-server.c";
  private static final Path HEADER = Path.of("/usr/include/modbus/modbus.h");
  private static final long LIMIT_SECONDS = 60;

  private final Process process;
  private final InetSocketAddress address;

  private PlainServer(Process process, int port) {
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Whether this host has what it is made of: a C compiler and libmodbus. */
  static boolean possible() {
    return Files.isReadable(HEADER) && Files.isExecutable(Path.of("/usr/bin/cc"));
  }

  /**
   * Compiles and starts it.
   *
   * @param folder where its program goes
   */
  static PlainServer start(Path folder) throws IOException, InterruptedException {
    if (!possible()) {
      throw new IOException(
          "no C compiler or no libmodbus: apt-get install gcc libc6-dev libmodbus-dev");
    }
    Path program = compiled(folder);
    Process process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII);
    String port = lines.readLine();
    if (port == null) {
      throw new IOException("the C server ended with " + process.waitFor());
    }
    return new PlainServer(process, Integer.parseInt(port));
  }

  private static Path compiled(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve(SOURCE);
    try (InputStream in =
        Objects.requireNonNull(PlainServer.class.getResourceAsStream(SOURCE), SOURCE)) {
      Files.copy(in, source);
    }
    Path program = folder.resolve("plain-server");
    Process compiler =
        new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString(), "-lmodbus")
            .inheritIO()
            .start();
    if (!compiler.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
      compiler.destroyForcibly();
      throw new IOException("the C server does not compile");
    }
    return program;
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, LIMIT_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
