package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.testkit.Installed;

/** The "real controller" of the tests: a program in C on libmodbus, in a process of its own. */
final class RealPlc implements AutoCloseable {
  private final Path program;
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final int port;
  private Process process;

  /** Compiles and starts it. */
  RealPlc(Path folder) throws IOException, InterruptedException {
    Installed.require("cc", "apt-get install gcc libmodbus-dev");
    Path source = folder.resolve("real-plc.c");
    try (InputStream in =
        Objects.requireNonNull(
            RealPlc.class.getResourceAsStream("/org/bumpless/bridge/real-plc.c"))) {
      Files.copy(in, source);
    }
    program = folder.resolve("real-plc");
    Process compiler =
        new ProcessBuilder(
                "cc",
                "-I/usr/include/modbus",
                "-o",
                program.toString(),
                source.toString(),
                "-lmodbus")
            .inheritIO()
            .start();
    assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).as("compiled").isTrue();
    assertThat(compiler.exitValue()).as("apt-get install libmodbus-dev").isZero();
    process = run(0);
    port = listening();
  }

  private Process run(int wanted) throws IOException {
    return new ProcessBuilder(program.toString(), Integer.toString(wanted)).start();
  }

  private int listening() throws IOException {
    BufferedReader lines = process.inputReader();
    String first = Objects.requireNonNull(lines.readLine(), "no port");
    Thread.ofPlatform().daemon().start(() -> listen(lines));
    return Integer.parseInt(first.substring("port ".length()));
  }

  private void listen(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writes.add(line);
      }
    } catch (IOException _) {
      // the program was killed
    }
  }

  int port() {
    return port;
  }

  /** Cut from power and back again: values that it was given are gone. */
  void powerCycle() throws IOException, InterruptedException {
    close();
    process = run(port);
    assertThat(listening()).isEqualTo(port);
  }

  void stop() {
    signal("STOP");
  }

  void go() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The set-points that were written, in order. */
  List<Float> setPoints() {
    List<Float> found = new ArrayList<>();
    for (String line : writes) {
      String[] words = line.split(" ", -1);
      if (words[1].equals("16") && words[2].equals("0")) {
        int bits = Integer.parseInt(words[3]) << 16 | Integer.parseInt(words[4]);
        found.add(Float.intBitsToFloat(bits));
      }
    }
    return found;
  }

  List<String> writes() {
    return List.copyOf(writes);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
