package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bumpless run --repeat} and {@code --soak}. */
@Timeout(240)
class RepeatIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path out;

  @Test
  void aSoakDrivesRoundAfterRoundAndWeighsTheBench() throws Exception {
    Said soaked =
        Said.by(
            "run",
            "--sut",
            Ran.shipped("reference").toString(),
            "--fabric",
            "loopback",
            "--tags",
            "@MNT-01 or @ENF-06",
            "--soak",
            "12s",
            "--out",
            out.resolve("runs").toString());

    assertThat(soaked.code())
        .as(soaked.out() + soaked.err())
        .isIn(ExitCode.PASSED, ExitCode.INCONCLUSIVE);
    Path run = folder();
    assertThat(run.resolve("history.ndjson"))
        .content()
        .containsPattern("round 1 is over, the bench needs [0-9]+ MiB");
    assertThat(new JsonMapper().readTree(run.resolve("report.json").toFile()).path("scenarios"))
        .as("each scenario once, however often it was driven")
        .hasSize(2);
  }

  @Test
  void whatCannotGoTogetherIsWrongUsage() {
    Said said = Said.by("run", "--soak", "1h", "--repeat", "2");

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--repeat, --duration and --soak: found more than one");
    assertThat(Said.by("run", "--soak", "soon").err()).contains("\"soon\"; expected a length");
  }

  /** What hangs is ended, and the test fails. */
  private static boolean kill(Process all) {
    all.descendants().forEach(ProcessHandle::destroyForcibly);
    all.destroyForcibly();
    return false;
  }

  @Test
  void eachRunHasItsOwnFolderAndAllAreTalliedTogether() throws Exception {
    Process all = start("2");
    assertThat(all.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || kill(all)).isTrue();

    assertThat(all.exitValue()).as(said()).isIn(ExitCode.PASSED, ExitCode.INCONCLUSIVE);
    assertThat(said())
        .containsPattern("(?m)^run 1 of 2: (PASS|INCONCLUSIVE)")
        .containsPattern("(?m)^run 2 of 2: (PASS|INCONCLUSIVE)")
        .containsPattern("(?m)^verdicts: ");
    Path folder = folder();
    assertThat(folder.resolve("pooled.json")).content().contains("\"An approved set-point");
    try (Stream<Path> runs = Files.list(folder)) {
      assertThat(runs.filter(Files::isDirectory).map(r -> r.resolve("report.json")))
          .hasSize(2)
          .allMatch(Files::isRegularFile);
    }
  }

  @Test
  void whoInterruptsEndsTheRunThatIsUnderWayToo() throws Exception {
    Process all = start("3");
    await("the first run").atMost(PATIENCE).until(() -> all.descendants().findAny().isPresent());
    List<ProcessHandle> children = all.descendants().toList();

    new ProcessBuilder("kill", "-INT", Long.toString(all.pid())).start().waitFor();

    assertThat(all.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || kill(all)).isTrue();
    assertThat(all.exitValue()).as(said()).isEqualTo(ExitCode.INTERRUPTED);
    await("the end of all that it started")
        .atMost(PATIENCE)
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  private Process start(String times) throws IOException {
    return OwnJvm.command(
            "run",
            "--sut",
            Ran.shipped("reference").toString(),
            "--fabric",
            "loopback",
            "--tags",
            "@MNT-01 or @ENF-06",
            "--repeat",
            times,
            "--out",
            out.resolve("runs").toString())
        .redirectOutput(out.resolve("said.txt").toFile())
        .start();
  }

  private Path folder() throws IOException {
    try (Stream<Path> made = Files.list(out.resolve("runs"))) {
      return made.findFirst().orElseThrow();
    }
  }

  private String said() throws IOException {
    return Files.readString(out.resolve("said.txt"));
  }
}
