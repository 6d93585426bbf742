package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.scenario.testing.Story.DENIED;
import static org.bumpless.scenario.testing.Story.OK;
import static org.bumpless.scenario.testing.Story.SILENT;
import static org.bumpless.scenario.testing.Story.ms;

import java.nio.file.Path;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.testing.Story;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator at SCADA-1, whose flow has 250 ms. */
class OperatorCheckTest {
  private static Plant plant;

  private final Story story = new Story().at("SCADA-1");

  @BeforeAll
  static void readPlant() throws BadFileException {
    plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
  }

  @Test
  void anAnswerBeforeTheDeadlinePasses() {
    sets("LIC-101.SP", 250, OK);

    assertThat(verdict(HostStalls.NONE)).isEqualTo(new Verdict.Pass());
  }

  @Test
  void anAnswerAfterTheDeadlineFails() {
    sets("LIC-101.SP", 100, OK);
    sets("LIC-101.SP", 251, OK);

    assertThat(verdict(HostStalls.NONE).reasons())
        .containsExactly(
            "SCADA-1 at SCADA-1: write SP = 35.0 on LIC-101 over modbus-tcp: answered ok after 251"
                + " ms; the operator has 250 ms");
    assertThat(verdict(HostStalls.NONE)).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aRefusalOrSilenceFailsHoweverQuick() {
    sets("LIC-101.SP", 5, DENIED);
    assertThat(verdict(HostStalls.NONE)).isInstanceOf(Verdict.Fail.class);

    sets("LIC-101.SP", 5, SILENT);
    assertThat(verdict(HostStalls.NONE).reasons()).hasSize(2);
  }

  @Test
  void whatWasLateWhileTheHostStoodStillIsInconclusive() {
    sets("LIC-101.SP", 300, OK);

    assertThat(verdict((from, to) -> ms(76))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict((from, to) -> ms(75))).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void nobodyWhoActedIsNothingToJudge() {
    assertThat(verdict(HostStalls.NONE)).isInstanceOf(Verdict.Inconclusive.class);

    story.write(Wish.WANTED, "SCADA-1", "LIC-101.SP", 35, 900, 905, OK);
    story.write(Wish.WANTED, "AGG-1", "LIC-101.SP", 35, 1_100, 1_105, OK);
    assertThat(verdict(HostStalls.NONE)).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aCommandWithoutAFlowIsAFaultOfTheScenario() {
    sets("LIC-102.SP", 5, OK);

    assertThatThrownBy(() -> verdict(HostStalls.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plant declares no flow by which SCADA-1 commands LIC-102");
  }

  private void sets(String tag, long took, Outcome outcome) {
    story.write(Wish.WANTED, "SCADA-1", tag, 35, 1_100, 1_100 + took, outcome);
  }

  private Verdict verdict(HostStalls stalls) {
    return OperatorCheck.notHeldUp(
        story.history(), plant, stalls, ms(1_000), new AssetId("SCADA-1"));
  }
}
