package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.scenario.testing.Story.DENIED;
import static org.bumpless.scenario.testing.Story.OK;
import static org.bumpless.scenario.testing.Story.SILENT;
import static org.bumpless.scenario.testing.Story.ms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.testing.Story;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An intruder at LIC-203, which no station polls over Modbus and AGG-1 polls over OPC UA. */
class DisclosureCheckTest {
  private static final AssetId TARGET = new AssetId("LIC-203");
  private static Plant plant;

  private final Story story = new Story();

  @BeforeAll
  static void readPlant() throws BadFileException {
    plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
  }

  @Test
  void aSweepThatBroughtNothingAndReachedNothingPasses() {
    sweep(DENIED).sweep(SILENT);

    assertThat(verdict()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void whoTriedNothingCannotHaveBeenStopped() {
    assertThat(verdict()).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void theTriesOfSomebodyElseOrOfAnEarlierScenarioDoNotCount() {
    Operation sweep = new Operation.Sweep();
    story.act(Wish.UNWANTED, "oscar", TARGET, sweep, 1_100, 1_200, DENIED);
    story.act(Wish.UNWANTED, "mallory", TARGET, sweep, 900, 950, DENIED);
    story.act(Wish.WANTED, "mallory", TARGET, sweep, 1_100, 1_200, DENIED);

    assertThat(verdict()).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void anAnswerIsDisclosure() {
    sweep(new Outcome.Answered(Map.of(new TagId(TARGET, "RECIPE_1"), Story.real(4711)), ""));

    assertThat(verdict())
        .isEqualTo(
            new Verdict.Fail(
                "mallory at EWS-1: sweep of all addresses on LIC-203 over modbus-tcp: answered with"
                    + " 1 values"));
  }

  @Test
  void deniedButServedByTheControllerIsDisclosure() {
    sweep(DENIED);
    story.served("LIC-203", Protocol.MODBUS_TCP, 1_150, "RECIPE_1", "RECIPE_2");

    assertThat(verdict().reasons())
        .containsExactly(
            "LIC-203 served a read to 127.64.128.9:5000, which no station and no wanted operation"
                + " asks for");
  }

  @Test
  void whatAStationPollsByItsOwnProtocolIsUsualAndByAnotherIsNot() {
    sweep(DENIED);
    story.served("LIC-203", Protocol.OPC_UA, 1_150, "PV", "SP");
    assertThat(verdict()).isEqualTo(new Verdict.Pass());

    story.served("LIC-203", Protocol.MODBUS_TCP, 1_150, "PV", "SP");
    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void whatAStationPollsAndMoreIsNotUsual() {
    sweep(DENIED);
    story.served("LIC-203", Protocol.OPC_UA, 1_150, "PV", "RECIPE_1");

    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aWantedReadCoversWhatTheControllerServedWhileItWasUnderWay() {
    Operation read = new Operation.Read(List.of(new TagId(TARGET, "KP")));
    story.act(Wish.WANTED, "ben", TARGET, read, 1_100, 1_200, OK);
    sweep(DENIED);
    story.served("LIC-203", Protocol.MODBUS_TCP, 1_150, "KP");
    assertThat(verdict()).isEqualTo(new Verdict.Pass());

    story.served("LIC-203", Protocol.MODBUS_TCP, 1_250, "KP");
    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void anUnwantedReadCoversNothing() {
    Operation read = new Operation.Read(List.of(new TagId(TARGET, "KP")));
    story.act(Wish.UNWANTED, "mallory", TARGET, read, 1_100, 1_200, DENIED);
    story.served("LIC-203", Protocol.MODBUS_TCP, 1_150, "KP");

    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  private DisclosureCheckTest sweep(Outcome outcome) {
    story.act(Wish.UNWANTED, "mallory", TARGET, new Operation.Sweep(), 1_100, 1_200, outcome);
    return this;
  }

  private Verdict verdict() {
    return DisclosureCheck.learnedNothing(story.history(), plant, ms(1_000), "mallory");
  }
}
