package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of other people read and write the controllers of a plant whose controllers speak S7comm
 * too.
 */
@Timeout(300)
class ClientsIT {
  private static final Path PLANT = Path.of("../plants/tank-farm.yaml");
  private static final List<String> PACKAGES =
      List.of("nodes7@0.3.18", "jsmodbus@4.0.10", "node-opcua-client@2.186.4");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^LIC-(101|102|305) +cell-\\d +(modbus-tcp|opc-ua|s7) +(127\\.[0-9.]+):\\d+ ");

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private Thread command = new Thread(() -> {});

  @BeforeEach
  void start() throws Exception {
    Path plant = Files.writeString(folder.resolve("brownfield.yaml"), brownfield());
    command =
        Thread.ofPlatform()
            .name("bumpless plant up")
            .start(
                () -> {
                  PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
                  code.complete(
                      Bumpless.execute(
                          terminal,
                          terminal,
                          "plant",
                          "up",
                          plant.toString(),
                          "--for",
                          "240s",
                          "--fabric",
                          "loopback",
                          "--out",
                          folder.resolve("out").toString()));
                });
    await("the addresses on the terminal")
        .atMost(Duration.ofSeconds(60))
        .until(() -> text().contains("stops:") || code.isDone());
    assertThat(code).as("%s", text()).isNotDone();
  }

  @AfterEach
  void end() throws InterruptedException {
    command.interrupt();
    command.join(20_000);
    assertThat(command.isAlive()).as("the command goes on after the test").isFalse();
  }

  /** The tank farm with S7comm on another of its controllers, a modern one. */
  private static String brownfield() throws Exception {
    return Files.readString(PLANT)
        .replace("../programs/", PLANT.resolveSibling("../programs").toRealPath() + "/")
        .replace(
            "title: Level of tank 101, type: level-controller,",
            "title: Level of tank 101, type: level-controller-s7,");
  }

  @Test
  void clientsFromNpmReadAndWrite() throws Exception {
    Path packages = packages();
    String controller = address("101", "s7");

    String s7 = node(packages, "nodes7.js", controller);
    assertThat(number(s7, "before", "PV")).as(s7).isBetween(30.0, 70.0);
    assertThat(number(s7, "after", "SP")).as(s7).isEqualTo(63.5);
    assertThat(s7).contains("\"ESD\":true");
    awaitEffect("LIC-101.SP", "63.5");
    awaitEffect("LIC-101.ESD", "true");

    String modbus = node(packages, "jsmodbus.js", controller);
    assertThat(number(modbus, "before", "PV")).as(modbus).isBetween(20.0, 70.0);
    assertThat(number(modbus, "after", "SP")).as(modbus).isEqualTo(58.25);
    awaitEffect("LIC-101.SP", "58.25");

    String opcUa = node(packages, "opcua.js", address("305", "opc-ua"), "LIC-305");
    assertThat(number(opcUa, "before", "SP")).as(opcUa).isCloseTo(50, within(1e-6));

    String guest =
        node(packages, "opcua.js", address("102", "opc-ua"), "LIC-102", guest().toString());
    assertThat(number(guest, "after", "SP")).as(guest).isEqualTo(57.5);
    awaitEffect("LIC-102.SP", "57.5");
  }

  @Test
  void nmapKnowsTheControllers() throws Exception {
    ThirdParty.require("nmap", "nmap");
    String controller = address("101", "s7");
    ThirdParty.Said s7 = nmap(controller, "102", "s7-info");
    assertThat(s7.text())
        .contains("Module: BVW-4000", "System Name: LIC-101", "Version: 4.2.0")
        .contains("Copyright: Bumpless Virtual Works");
    ThirdParty.Said modbus = nmap(controller, "502", "modbus-discover");
    assertThat(modbus.text()).contains("sid 0x1", "Bumpless Virtual Works BVW-4000 4.2");
  }

  @Test
  void tsharkFindsNoMalformedPacket() throws Exception {
    ThirdParty.require("tshark", "tshark");
    Path packages = packages();
    String controller = address("101", "s7");
    Path capture = folder.resolve("lo.pcapng");
    Process tshark =
        new ProcessBuilder(
                "tshark", "-i", "lo", "-f", "tcp and host " + controller, "-w", capture.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("tshark.txt").toFile())
            .start();
    try {
      await("tshark captures")
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(capture) && Files.size(capture) > 0);
      node(packages, "nodes7.js", controller);
      node(packages, "jsmodbus.js", controller);
      nmap(controller, "102", "s7-info");
    } finally {
      tshark.destroy();
      tshark.waitFor();
    }

    assertThat(dissected(capture, "_ws.malformed")).isEmpty();
    assertThat(dissected(capture, "s7comm")).contains("S7COMM");
    assertThat(dissected(capture, "modbus")).contains("Modbus/TCP");
  }

  private String dissected(Path capture, String filter) throws Exception {
    ThirdParty.Said said =
        ThirdParty.run(
            folder, "sh", "-c", "tshark -r " + capture + " -Y " + filter + " 2> " + "/dev/null");
    return said.text();
  }

  private ThirdParty.Said nmap(String address, String port, String script) throws Exception {
    ThirdParty.Said said =
        ThirdParty.run(folder, "nmap", "-n", "-Pn", "-sT", "-p", port, "--script", script, address);
    assertThat(said.code()).as(said.text()).isZero();
    return said;
  }

  /** The folder with the clients; they are fetched once for all tests. */
  private static Path packages() throws Exception {
    ThirdParty.require("npm", "npm");
    Path target = Files.createDirectories(Path.of("target", "npm")).toRealPath();
    List<String> missing =
        PACKAGES.stream()
            .filter(name -> !Files.exists(target.resolve("node_modules/" + name.split("@", -1)[0])))
            .toList();
    if (!missing.isEmpty()) {
      Files.writeString(target.resolve("package.json"), "{\"private\": true}");
      ThirdParty.Said said =
          ThirdParty.run(
              target,
              "sh",
              "-c",
              "npm install --no-audit --no-fund --save-exact " + String.join(" ", PACKAGES));
      assertThat(said.code()).as("npm install: %s", said.text()).isZero();
    }
    return target;
  }

  private static String node(Path packages, String script, String... arguments) throws Exception {
    Path copy = packages.resolve(script);
    Files.writeString(copy, Files.readString(Path.of("src/test/node", script)));
    List<String> line = new ArrayList<>(List.of("node", copy.toString()));
    line.addAll(List.of(arguments));
    ThirdParty.Said said = ThirdParty.run(packages, line.toArray(String[]::new));
    assertThat(said.code()).as("%s: %s", script, said.text()).isZero();
    return said.text();
  }

  private static double number(String json, String when, String name) {
    var found =
        Pattern.compile("\"" + when + "\":\\{[^}]*\"" + name + "\":(-?[0-9.]+)").matcher(json);
    assertThat(found.find()).as("%s %s in %s", when, name, json).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private String address(String controller, String protocol) {
    return ROW.matcher(text())
        .results()
        .filter(row -> row.group(1).equals(controller) && row.group(2).equals(protocol))
        .map(row -> row.group(3))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + protocol + " in " + text()));
  }

  /** The folder that the terminal names for clients like these. */
  private Path guest() {
    var found = Pattern.compile("guest:\\s+(\\S+),").matcher(text());
    assertThat(found.find()).as("%s", text()).isTrue();
    return Path.of(found.group(1)).toAbsolutePath();
  }

  private void awaitEffect(String tag, String value) {
    await("an effect of " + value + " on " + tag)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              try (var files = Files.walk(folder.resolve("out"))) {
                Path history =
                    files
                        .filter(f -> f.getFileName().toString().equals("history.ndjson"))
                        .findFirst()
                        .orElseThrow();
                return Files.readAllLines(history).stream()
                    .anyMatch(line -> line.contains(tag) && line.contains(value));
              }
            });
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
