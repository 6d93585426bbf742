package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DoctorIT {
  @TempDir private Path folder;

  @Test
  void itSaysOfEachBudgetWhetherThisHostCanJudgeIt() {
    Said said = Said.by("doctor", "--fabric", "loopback");

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isIn(ExitCode.PASSED, ExitCode.INCONCLUSIVE);
    assertThat(said.out().lines().findFirst())
        .hasValueSatisfying(
            first ->
                assertThat(first)
                    .startsWith("This host can judge " + (said.code() == 0 ? "all 4 " : "")));
    assertThat(said.out())
        .containsPattern("(?m)^  added latency p50 .*5\\.000 ms .* (can|cannot|samples)\\b")
        .containsPattern("(?m)^  added latency p99\\.9 .*50\\.000 ms .* (can|cannot|samples)\\b")
        .containsPattern("(?m)^  session set-up .*1000\\.000 ms .* (can|cannot|samples)\\b")
        .containsPattern("(?m)^  time to revoke .*5000\\.000 ms .* (can|cannot|samples)\\b")
        .containsPattern("(?m)^  scheduler +SCHED_(FIFO|OTHER)")
        .containsPattern("(?m)^  timer +an idle thread wakes up late")
        .containsPattern("(?m)^  taps +none: only a plant network of its own");
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
