package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bumpless plant up}, looked at with the programs that people have. */
class PlantUpIT {
  private static final String TANK_FARM = "../plants/tank-farm.yaml";
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^(LIC-\\d+) +(cell-\\d) +(modbus-tcp|opc-ua) +(127\\.[0-9.]+):(\\d+) +(\\S.*)$");
  private static final Pattern TRY = Pattern.compile("(?m)^try: +(mbpoll .*?) +# LIC-101\\.PV");

  private static final Pattern ENTERED =
      Pattern.compile("(?m)^try: +(nsenter .*?) +# LIC-101\\.PV");
  private static final Pattern INTRUDER =
      Pattern.compile("(?m)^INTRUDER-L2 .* (nsenter .*) PROGRAM$");

  @TempDir Path out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private final Thread command =
      new Thread(
          () -> {
            PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
            code.complete(
                Bumpless.execute(
                    terminal,
                    terminal,
                    "plant",
                    "up",
                    TANK_FARM,
                    "--for",
                    "120s",
                    "--fabric",
                    "loopback",
                    "--out",
                    out.toString()));
          },
          "bumpless plant up");

  @AfterEach
  void end() throws InterruptedException {
    command.interrupt();
    command.join(20_000);
    assertThat(command.isAlive()).as("the command goes on after the test").isFalse();
  }

  @Test
  void aPersonFindsPollsAndStopsThePlant() throws Exception {
    ThirdParty.require("mbpoll", "mbpoll");
    ThirdParty.require("nmap", "nmap");
    command.start();
    await("the addresses on the terminal")
        .atMost(Duration.ofSeconds(60))
        .until(() -> text().contains("stops:") || code.isDone());

    List<MatchResult> rows = ROW.matcher(text()).results().toList();
    assertThat(rows).as("rows of the table in %s", text()).hasSize(40);
    assertThat(rows).filteredOn(r -> r.group(3).equals("modbus-tcp")).hasSize(20);
    MatchResult modbus = rows.getFirst();
    MatchResult opcUa = rows.get(1);
    assertThat(modbus.group(6)).isEqualTo("unit 1");
    assertThat(opcUa.group(6)).isEqualTo("opc.tcp://" + opcUa.group(4) + ":" + opcUa.group(5));

    scans(modbus, opcUa);
    polls(modbus);

    command.interrupt();
    assertThat(code.get(20, TimeUnit.SECONDS)).isZero();
    assertThat(text()).contains("stopped; what was recorded is in " + out);
    assertThatThrownBy(() -> dial(modbus)).isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> dial(opcUa)).isInstanceOf(ConnectException.class);
    try (Stream<Path> left = Files.walk(out)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .contains("historian.sqlite", "history.ndjson")
          .doesNotContain("historian.sqlite-wal", "historian.sqlite-shm");
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("historian-") || name.startsWith("modbus-tcp "));
  }

  private void scans(MatchResult modbus, MatchResult opcUa)
      throws IOException, InterruptedException {
    String ports = modbus.group(5) + "," + opcUa.group(5) + ",4711";
    ThirdParty.Said nmap =
        ThirdParty.run(out, "nmap", "-n", "-Pn", "-sT", "-p", ports, modbus.group(4));
    assertThat(nmap.code()).as(nmap.text()).isZero();
    assertThat(nmap.text())
        .containsPattern(modbus.group(5) + "/tcp +open")
        .containsPattern(opcUa.group(5) + "/tcp +open")
        .containsPattern("4711/tcp +closed");
  }

  /** Reads as the command's own example says, and writes, which then stands in the history. */
  private void polls(MatchResult modbus) throws Exception {
    var example = TRY.matcher(text());
    assertThat(example.find()).as("an example with mbpoll in %s", text()).isTrue();
    ThirdParty.Said level = ThirdParty.run(out, example.group(1).split(" +"));
    assertThat(level.code()).as(level.text()).isZero();
    var value = Pattern.compile("\\[0]:\\s+([0-9.]+)").matcher(level.text());
    assertThat(value.find()).as("a value in what mbpoll said: %s", level.text()).isTrue();
    assertThat(Double.parseDouble(value.group(1))).as("level of tank 101, %%").isBetween(30., 70.);

    String[] write = {
      "mbpoll",
      "-m",
      "tcp",
      "-1",
      "-0",
      "-B",
      "-a",
      "1",
      "-t",
      "4:float",
      "-r",
      "0",
      "-p",
      modbus.group(5),
      modbus.group(4),
      "61.5"
    };
    ThirdParty.Said written = ThirdParty.run(out, write);
    assertThat(written.code()).as(written.text()).isZero();
    await("the effect of mbpoll's write in history.ndjson")
        .atMost(Duration.ofSeconds(20))
        .until(() -> history().anyMatch(l -> l.contains("LIC-101.SP") && l.contains("61.5")));
  }

  private Stream<String> history() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return Files.readAllLines(folders.findFirst().orElseThrow().resolve("history.ndjson"))
          .stream();
    }
  }

  private static void dial(MatchResult row) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(row.group(4), Integer.parseInt(row.group(5))), 2_000);
    }
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTimeEndsIt() throws Exception {
    ThirdParty.Said said = outside("--for", "1s");

    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("stops:    after 1.0 s, or with Ctrl-C").contains("stopped; ");
  }

  @Test
  void ctrlCEndsItWell() throws Exception {
    Process bumpless = start();
    try {
      BufferedReader reader = bumpless.inputReader(StandardCharsets.UTF_8);
      assertThat(untilItStands(reader)).endsWith("stops:    with Ctrl-C\n");
      ThirdParty.run(out, "kill", "-INT", Long.toString(bumpless.pid()));

      assertThat(bumpless.waitFor(30, TimeUnit.SECONDS)).as("ends after Ctrl-C").isTrue();
      assertThat(bumpless.exitValue()).isZero();
      assertThat(reader.readLine()).isEqualTo("stopping; once more ends at once");
      assertThat(reader.readLine()).startsWith("stopped; ");
    } finally {
      bumpless.destroyForcibly();
    }
  }

  @Test
  void aPersonRunsAProgramOnAHost() throws Exception {
    ThirdParty.require("mbpoll", "mbpoll");
    ThirdParty.require("nmap", "nmap");
    ThirdParty.require(NetnsFabric.obstacle());
    Process bumpless = start("--fabric", "netns", "--for", "120s");
    try {
      String text = untilItStands(bumpless.inputReader(StandardCharsets.UTF_8));
      var example = ENTERED.matcher(text);
      assertThat(example.find()).as("an example with nsenter in %s", text).isTrue();
      ThirdParty.Said level = ThirdParty.run(out, example.group(1).split(" +"));
      assertThat(level.code()).as(level.text()).isZero();
      assertThat(level.text()).containsPattern("\\[0]:\\s+[3-6][0-9]\\.");

      var intruder = INTRUDER.matcher(text);
      assertThat(intruder.find()).as("how to enter the intruder's host in %s", text).isTrue();
      String scan = intruder.group(1) + " nmap -n -Pn -sT -p 502 --host-timeout 5s 10.7.0.1";
      ThirdParty.Said scanned = ThirdParty.run(out, scan.split(" +"));
      assertThat(scanned.text()).contains("Nmap done").doesNotContainPattern("502/tcp +open");
    } finally {
      bumpless.descendants().forEach(ProcessHandle::destroyForcibly);
      bumpless.destroyForcibly();
    }
  }

  /** What the command says until the plant stands. */
  private static String untilItStands(BufferedReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    String line = reader.readLine();
    while (line != null) {
      text.append(line).append('\n');
      if (line.startsWith("stops:")) {
        return text.toString();
      }
      line = reader.readLine();
    }
    throw new AssertionError("the plant did not come to stand: " + text);
  }

  private ThirdParty.Said outside(String... options) throws Exception {
    Process bumpless = start(options);
    try {
      String text = new String(bumpless.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bumpless.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      return new ThirdParty.Said(bumpless.exitValue(), text);
    } finally {
      bumpless.destroyForcibly();
    }
  }

  private Process start(String... options) throws IOException {
    Stream<String> words =
        Stream.concat(
            Stream.of("plant", "up", TANK_FARM, "--out", out.toString()), Stream.of(options));
    return OwnJvm.command(words.toArray(String[]::new)).start();
  }
}
