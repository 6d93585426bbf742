package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LIC-405 of the tank farm is a real controller here, one on libmodbus. */
@Timeout(300)
class BridgedRunIT {
  private static final Path PLANT = Path.of("../plants/tank-farm.yaml");
  private static final Path SOURCE =
      Path.of("../../hil-adapters/bridge-plc4x/src/test/resources/org/bumpless/bridge/real-plc.c");
  private static final String OPERATOR = "@maintenance and @SAF-02 and not @RES-01";
  private static final String CONTROL =
      ", role: control, write: [{tag: SP, min: 0, max: 100, rate: 50, every: 100 ms}]";

  @TempDir private Path folder;
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private Process plc;
  private int port;

  @BeforeEach
  void start() throws Exception {
    ThirdParty.require("cc", "gcc");
    Path program = folder.resolve("real-plc");
    ThirdParty.Said said =
        ThirdParty.run(
            folder,
            "cc",
            "-I/usr/include/modbus",
            "-o",
            program.toString(),
            SOURCE.toRealPath().toString(),
            "-lmodbus");
    assertThat(said.code()).as("libmodbus-dev is needed: %s", said.text()).isZero();
    plc = new ProcessBuilder(program.toString(), "0").start();
    BufferedReader lines = plc.inputReader();
    String first = Objects.requireNonNull(lines.readLine(), "no port");
    port = Integer.parseInt(first.substring("port ".length()));
    Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(writes::add));
  }

  @AfterEach
  void end() throws InterruptedException {
    plc.destroyForcibly();
    assertThat(plc.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatTheOperatorSetsGoesOnToTheRealControllerAndComesBack() throws Exception {
    Said said = run(plant(CONTROL), OPERATOR, "--allow-writes", "LIC-405");

    assertThat(said.code()).as("%s%n%s", said.out(), said.err()).isIn(0, 2);
    assertThat(writes)
        .as("35 and then 50 again, as 32-bit numbers; %s", said.out())
        .containsExactly("write 16 0 16908 0", "write 16 0 16968 0");
    assertThat(history())
        .anyMatch(line -> line.contains("LIC-405.SP = 35.0"))
        .anyMatch(line -> line.contains("CONTROL, writes are let through"));
    assertThat(said.out()).contains("--allow-writes LIC-405");
    assertThat(bridges()).isEmpty();
  }

  @Test
  void aRealControllerThatIsGoneAtTheEndIsNoBugAndSomebodyIsToldWhatToDo() throws Exception {
    Path plant = plant(CONTROL + ", deadMan: 2 s, timeout: 500 ms");
    Thread puller = Thread.ofPlatform().daemon().start(this::pullAfterTheFirstWrite);

    Said said = run(plant, OPERATOR, "--allow-writes", "LIC-405");

    puller.join(Duration.ofSeconds(10));
    assertThat(writes).as(said.out()).containsExactly("write 16 0 16908 0");
    assertThat(said.code()).as("%s%n%s", said.out(), said.err()).isEqualTo(69);
    assertThat(said.err())
        .contains("LIC-405 does NOT have back the values that were recorded before the run")
        .contains("set LIC-405.SP to 50.0", "bridge-LIC-405.ndjson")
        .doesNotContain("bug", "\tat ");
    assertThat(bridges()).isEmpty();
    assertThat(history())
        .as("the bench was judged and stopped in order")
        .anyMatch(line -> line.contains("the run has ended"))
        .anyMatch(line -> line.contains("NOT brought back: [LIC-405.SP]"));
  }

  private void pullAfterTheFirstWrite() {
    await("a write").atMost(Duration.ofMinutes(4)).until(() -> !writes.isEmpty());
    plc.destroyForcibly();
  }

  @Test
  void withoutTheWordOnTheCommandLineNothingIsWritten() throws Exception {
    Said said = run(plant(CONTROL), OPERATOR);

    assertThat(writes).as(said.out()).isEmpty();
    assertThat(history()).anyMatch(line -> line.contains("CONTROL, read-only"));
  }

  @Test
  void aShadowIsComparedAndNotWritten() throws Exception {
    Said said = run(plant(", role: shadow"), OPERATOR);

    assertThat(writes).as(said.out()).isEmpty();
    assertThat(history())
        .anyMatch(
            line ->
                line.contains("LIC-405.SP was apart from the real controller in")
                    && line.contains("by up to 15"));
  }

  @Test
  void anAttackOnARealControllerIsRefused() throws Exception {
    Path plant = plant(CONTROL);
    Said said = run(plant, "@attack", "--allow-writes", "LIC-405");

    assertThat(said.code()).as("%s%n%s", said.out(), said.err()).isEqualTo(65);
    assertThat(said.err())
        .contains(plant.toString(), "LIC-405: found role: control for a real controller")
        .contains("expected --tags \"not @attack\", or testRig: true");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(writes).isEmpty();
  }

  @Test
  void faultsAreToldBeforeAnythingIsStarted() throws Exception {
    Said mirror = run(plant(""), OPERATOR, "--allow-writes", "LIC-405");
    assertThat(mirror.code()).isEqualTo(65);
    assertThat(mirror.err())
        .contains("--allow-writes LIC-405: found no bridge with role: control for it");

    Said virtual = run(plant(""), OPERATOR, "--clock", "virtual");
    assertThat(virtual.code()).as(virtual.err()).isEqualTo(65);
    assertThat(virtual.err()).contains("found a real controller in virtual time");

    Path plant =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(plant("")).replace("{tag: SP}", "{tag: SP, address: nowhere}"));
    Said bad = Said.by("validate", plant.toString());
    assertThat(bad.code()).isEqualTo(65);
    assertThat(bad.out() + bad.err())
        .containsPattern("line \\d+: LIC-405.SP: found address \"nowhere\"");
  }

  @Test
  void aControllerThatIsNotThereIsToldAndAllThatWasStartedIsStopped() throws Exception {
    Path plant = plant("");
    plc.destroyForcibly().waitFor();

    Said said = run(plant, OPERATOR);

    assertThat(said.code()).as("%s%n%s", said.out(), said.err()).isEqualTo(69);
    assertThat(said.err()).contains("LIC-405: modbus-tcp://127.0.0.1:" + port);
    assertThat(bridges()).isEmpty();
  }

  private Said run(Path plant, String tags, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "--plant", plant.toString()));
    words.addAll(List.of("--tags", tags, "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Said.by(words.toArray(String[]::new));
  }

  private Path plant(String more) throws IOException {
    return Files.writeString(
        folder.resolve("real.yaml"),
        Files.readString(PLANT)
            .replace("../programs/", PLANT.resolveSibling("../programs").toRealPath() + "/")
            .replace(
                "device: T-405, personality: aged}",
                "device: T-405, personality: aged, bridge: {connection: \"plc4x:modbus-tcp://127.0.0.1:"
                    + port
                    + "\", poll: 100 ms, tags: [{tag: SP}, {tag: PV}]"
                    + more
                    + "}}"));
  }

  private List<String> history() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return Files.readAllLines(
          files
              .filter(f -> f.getFileName().toString().equals("history.ndjson"))
              .findFirst()
              .orElseThrow());
    }
  }

  /** Processes at the controller. */
  private static List<ProcessHandle> bridges() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("/java"))
        .toList();
  }
}
