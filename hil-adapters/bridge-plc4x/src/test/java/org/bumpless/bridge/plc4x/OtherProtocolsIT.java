package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.Installed;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bridges by S7comm and OPC UA: each reads, writes and brings back as the one by Modbus does. */
@Timeout(300)
class OtherProtocolsIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final String PACKAGE = "node-opcua-server@2.186.4";
  private static final Map<String, String> NODES =
      Map.of(
          "SP", "ns=1;s=SP;REAL",
          "PV", "ns=1;s=PV;REAL",
          "MODE", "ns=1;s=MODE;INT",
          "LOCK", "ns=1;s=LOCK;BOOL");

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Optional<Process> plc = Optional.empty();

  @AfterEach
  void end() throws InterruptedException {
    if (plc.isPresent()) {
      plc.get().destroyForcibly();
      assertThat(plc.get().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void s7comm() throws Exception {
    int port =
        start(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            S7Plc.class.getName());
    Bridges bridges =
        new Bridges(folder, "s7://127.0.0.1:" + port + "?remote-rack=0&remote-slot=2");
    writesAndBringsBack(bridges, "0.0");
  }

  @Test
  void opcUa() throws Exception {
    int port = opcUaServer();
    Bridges bridges =
        new Bridges(folder, "opcua:tcp://127.0.0.1:" + port).at(NODES).as(Role.MIRROR);
    try (RealController real = bridges.open()) {
      assertThat(real.read(Bridges.SP)).contains(good(50));
      assertThat(real.read(Bridges.PV)).contains(good(42.5f));
      assertThat(real.read(Bridges.LOCK))
          .contains(new Reading(Reading.Quality.GOOD, new TagValue.Bool(true)));
      assertThat(real.offer(Bridges.SP, new TagValue.Real(60))).isFalse();
    }
    assertThat(said).noneMatch(line -> line.startsWith("write"));

    assertThatThrownBy(
            () ->
                new Bridges(folder, "opcua:tcp://127.0.0.1:" + port)
                    .at(with("MODE", "ns=1;s=NAME;INT"))
                    .as(Role.MIRROR)
                    .open())
        .isInstanceOf(ProductException.class)
        .hasMessageContaining("LIC-1.MODE at ns=1;s=NAME;INT: found a value of type STRING");
  }

  private static Map<String, String> with(String tag, String node) {
    Map<String, String> nodes = new HashMap<>(NODES);
    nodes.put(tag, node);
    return nodes;
  }

  private void writesAndBringsBack(Bridges bridges, String recorded) throws Exception {
    try (RealController real = bridges.open()) {
      TagValue value = new TagValue.Real(62.5f);
      assertThat(real.offer(Bridges.SP, value)).isTrue();
      await("written")
          .atMost(WAIT_MAX)
          .until(() -> real.read(Bridges.SP).equals(Optional.of(good(62.5f))));
    }
    await("the controller has said so")
        .atMost(WAIT_MAX)
        .untilAsserted(
            () ->
                assertThat(said)
                    .filteredOn(line -> line.startsWith("write SP"))
                    .containsExactly("write SP 62.5", "write SP " + recorded));
  }

  private static Reading good(float value) {
    return new Reading(Reading.Quality.GOOD, new TagValue.Real(value));
  }

  private int opcUaServer() throws Exception {
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
    return start(packages, "node", script.toString());
  }

  private int start(Path where, String... line) throws IOException {
    Process process = new ProcessBuilder(line).directory(where.toFile()).start();
    plc = Optional.of(process);
    BufferedReader lines = process.inputReader();
    Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(said::add));
    await("a port")
        .atMost(WAIT_MAX)
        .until(() -> said.stream().anyMatch(text -> text.startsWith("port ")));
    return said.stream()
        .filter(text -> text.startsWith("port "))
        .map(text -> Integer.parseInt(text.substring("port ".length())))
        .findFirst()
        .orElseThrow();
  }
}
