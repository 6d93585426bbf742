package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class DoctorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int WIDTH = 120;
  private static final String TIME = "([0-9.]+ ms|no answer)";
  private static final Pattern FIRST =
      Pattern.compile(
          "This host can judge (?:all (?<all>4) budgets of the plant\\.|(?<can>[0-3]) of 4 budgets of the plant; (?<more>[0-4]) with more samples, (?<not>[0-4]) not at all\\.)");

  @TempDir private Path folder;

  @Test
  void itSaysOfEachBudgetWhetherThisHostCanJudgeIt() {
    Said said = Said.by("doctor", "--fabric", "loopback");

    assertThat(said.err()).isEmpty();
    Matcher first = FIRST.matcher(said.out().lines().findFirst().orElse(""));
    assertThat(first.matches()).as(said.out()).isTrue();
    boolean all = first.group("all") != null;
    assertThat(said.code()).isEqualTo(all ? ExitCode.PASSED : ExitCode.INCONCLUSIVE);
    assertThat(rows(said, "can")).isEqualTo(all ? 4 : number(first, "can"));
    assertThat(rows(said, "only with more samples \\[[0-9]\\]"))
        .isEqualTo(all ? 0 : number(first, "more"));
    assertThat(rows(said, "cannot \\[[0-9]\\]")).isEqualTo(all ? 0 : number(first, "not"));
    assertThat(said.out())
        .containsPattern(row("added latency p50", "5.000 ms"))
        .containsPattern(row("added latency p99.9", "50.000 ms"))
        .containsPattern(row("session set-up", "1000.000 ms"))
        .containsPattern(row("time to revoke", "5000.000 ms"))
        .containsPattern("(?m)^  Floor: SCADA-1 to .*, [0-9.]+ s and [0-9,]+ requests for each")
        .containsPattern("(?m)^  scheduler +SCHED_(FIFO|OTHER)")
        .containsPattern("(?m)^  timer +an idle thread wakes up late")
        .containsPattern("(?m)^  clock +.*smallest step +[0-9,]+ ns$")
        .containsPattern("(?m)^  taps +none: only a plant network of its own");
    assertThat(said.out().lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDTH));
    assertThat(said.out().lines().reduce((before, last) -> last).orElse(""))
        .matches(
            "  Examined in [0-9.]+ s: [0-9.]+ s to start the plant, [0-9.]+ s to measure, [0-9.]+ s for the rest\\.");
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int rows(Said said, String answer) {
    return (int) said.out().lines().filter(line -> line.matches(".* ms and .* " + answer)).count();
  }

  private static String row(String quantity, String budget) {
    return "(?m)^  "
        + Pattern.quote(quantity)
        + " +"
        + Pattern.quote(budget)
        + " +"
        + TIME
        + " +"
        + TIME
        + " and "
        + TIME
        + " +(can|cannot \\[[0-9]\\]|only with more samples \\[[0-9]\\])$";
  }

  @Test
  void whereThePlantHasItsOwnNetworkTheTapSeesARequest() throws Exception {
    ThirdParty.require(NetnsFabric.obstacle());

    Said said = Said.by("doctor", "--fabric", "netns");

    assertThat(said.out())
        .containsPattern(
            "(?m)^  taps +work: a request of the doctor's own came to the product's place [0-9.]+ ms after");
  }

  @Test
  void whoInterruptsGetsNoAnswerAndNothingIsLeft() throws Exception {
    Path said = folder.resolve("said.txt");
    ProcessBuilder command = OwnJvm.command("doctor");
    command.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
    Process doctor = command.redirectOutput(said.toFile()).start();
    try {
      await("what the plant writes").atMost(PATIENCE).until(() -> !written().isEmpty());
      List<ProcessHandle> children = doctor.descendants().toList();

      new ProcessBuilder("kill", "-INT", Long.toString(doctor.pid())).start().waitFor();

      assertThat(doctor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(said).content().contains("stopping; once more", "interrupted");
      assertThat(doctor.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(made()).isEmpty();
      await("the end of all that it started")
          .atMost(PATIENCE)
          .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      doctor.descendants().forEach(ProcessHandle::destroyForcibly);
      doctor.destroyForcibly();
    }
  }

  /** The doctor's own folders. */
  private List<Path> made() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("bumpless-doctor"))
          .toList();
    }
  }

  /** What is in them. */
  private List<Path> written() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path own : made()) {
      try (Stream<Path> found = Files.list(own)) {
        files.addAll(found.toList());
      }
    }
    return files;
  }

  @Test
  void aPlantThatIsNoneIsABadFile() throws Exception {
    Path file = folder.resolve("plant.yaml");
    Files.writeString(file, "plant: {id: nothing}\n");

    Said said = Said.by("doctor", "--fabric", "loopback", "--plant", file.toString());

    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("plant.yaml:");
  }
}
