package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bumpless.adapter.testkit.Installed;

/** A "real controller" of the tests in a process of its own, which says what happens to it. */
final class TalkingPlc implements AutoCloseable {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final String PACKAGE = "node-opcua-server@2.186.4";

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private TalkingPlc(Path folder, List<String> line) throws IOException {
    process = new ProcessBuilder(line).directory(folder.toFile()).start();
    BufferedReader lines = process.inputReader();
    Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(said::add));
  }

  /** The bench's own controller, by S7comm. */
  static TalkingPlc s7(Path folder) throws IOException {
    return new TalkingPlc(
        folder,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            S7Plc.class.getName()));
  }

  /** One by OPC UA on npm's node-opcua-server, which npm brings the first time. */
  static TalkingPlc opcUa() throws IOException, InterruptedException {
    Installed.require("npm", "apt-get install npm");
    Path packages = Files.createDirectories(Path.of("target", "npm")).toRealPath();
    if (!Files.exists(packages.resolve("node_modules/node-opcua-server"))) {
      Files.writeString(packages.resolve("package.json"), "{\"private\": true}");
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--save-exact", PACKAGE)
              .directory(packages.toFile())
              .redirectErrorStream(true)
              .redirectOutput(packages.resolve("npm.log").toFile())
              .start();
      assertThat(npm.waitFor(240, TimeUnit.SECONDS)).as("npm install ends").isTrue();
      assertThat(npm.exitValue()).as("see %s", packages.resolve("npm.log")).isZero();
    }
    Path script = packages.resolve("opcua-plc.js");
    Files.writeString(script, Files.readString(Path.of("src/test/node/opcua-plc.js")));
    return new TalkingPlc(packages, List.of("node", script.toString()));
  }

  int port() {
    return Integer.parseInt(word("port "));
  }

  /** Where the certificate lies that it shows, in PEM. */
  Path certificate() {
    return Path.of(word("certificate "));
  }

  /** The writes that have taken hold in it, in order, for example {@code write SP 62.5}. */
  List<String> writes() {
    return said.stream().filter(line -> line.startsWith("write ")).toList();
  }

  private String word(String about) {
    await("what it says of its " + about).atMost(WAIT_MAX).until(() -> first(about).isPresent());
    return first(about).orElseThrow();
  }

  private Optional<String> first(String about) {
    Stream<String> lines = said.stream().filter(line -> line.startsWith(about));
    return lines.map(line -> line.substring(about.length())).findFirst();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
