package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bumpless.plant.engine.tennessee.Plants.QUIET;
import static org.bumpless.plant.engine.tennessee.Plants.model;
import static org.bumpless.plant.engine.tennessee.Plants.runSeconds;
import static org.bumpless.plant.engine.unit.FirstUnit.command;
import static org.bumpless.plant.engine.unit.FirstUnit.truth;

import java.util.List;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.random.SeededStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisturbancesTest {
  private final Conditions outside = new Conditions();
  private final Disturbances disturbances = new Disturbances(5, "test");

  @Test
  void offTheWorldIsAsUsualForEver() {
    for (double hours = 0; hours < 100; hours += 0.3) {
      disturbances.at(hours, outside);
      assertThat(outside.feedA).isCloseTo(0.485, within(1e-12));
      assertThat(outside.feedB).isCloseTo(0.005, within(1e-12));
      assertThat(outside.dFeedC).isCloseTo(45, within(1e-9));
      assertThat(outside.reactorWaterC).isCloseTo(35, within(1e-9));
      assertThat(outside.condenserWaterC).isCloseTo(40, within(1e-9));
      assertThat(outside.gSpeed).isCloseTo(1, within(1e-12));
      assertThat(outside.reactorFouling).isZero();
    }
  }

  @Test
  void stepsAreThoseOfTheTable() {
    for (int number = 1; number <= 7; number++) {
      disturbances.command(number, 1);
    }
    disturbances.at(0, outside);
    assertThat(outside.feedA).isCloseTo(0.485 - 0.03 - 0.00243719, within(1e-12));
    assertThat(outside.feedB).isCloseTo(0.01, within(1e-12));
    assertThat(outside.dFeedC).isEqualTo(50);
    assertThat(outside.reactorWaterC).isEqualTo(40);
    assertThat(outside.condenserWaterC).isEqualTo(45);
    assertThat(outside.aFeedLoss).isEqualTo(1);
    assertThat(outside.headerLoss).isEqualTo(1);
  }

  @Test
  void switchingOneChangesNoOther() {
    Disturbances two = new Disturbances(5, "test");
    Conditions more = new Conditions();
    disturbances.command(11, 1);
    two.command(11, 1);
    two.command(8, 1);
    two.command(17, 1);
    for (double hours = 0; hours < 20; hours += 0.01) {
      disturbances.at(hours, outside);
      two.at(hours, more);
      assertThat(more.reactorWaterC).isEqualTo(outside.reactorWaterC);
    }
    assertThat(more.reactorWaterC).isNotEqualTo(35);
    assertThat(more.feedA).isNotEqualTo(outside.feedA);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.5, 10", "1, 2, 0.25"})
  void aWalkWandersWithoutJumpsAndComesBack(double spanH, double meanH, double spread) {
    RandomWalk walk =
        new RandomWalk(
            RandomWalk.Kind.wandering(spanH, meanH, spread, 40), new SeededStream(9, "walk"));
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double last = 40;
    double stepH = 1e-3;
    for (int i = 0; i < 100_000; i++) {
      walk.goOn(i * stepH, true);
      double value = walk.at(i * stepH);
      assertThat(Math.abs(value - last)).as("jump").isLessThan(30 * spread * stepH);
      least = Math.min(least, value);
      most = Math.max(most, value);
      last = value;
    }
    assertThat(least).isBetween(40 - 2 * spread, 40 - 0.7 * spread);
    assertThat(most).isBetween(40 + 0.7 * spread, 40 + 2 * spread);
    walk.goOn(110, false);
    assertThat(walk.at(110)).isCloseTo(40, within(1e-9));
  }

  @Test
  void aPulseRisesToOneAndFallsBackAtOnce() {
    RandomWalk walk = new RandomWalk(RandomWalk.Kind.pulsing(1.5, 2), new SeededStream(9, "pulse"));
    int peaks = 0;
    double before = 0;
    double last = 0;
    for (int i = 0; i < 100_000; i++) {
      walk.goOn(i * 1e-3, true);
      double value = walk.at(i * 1e-3);
      assertThat(value).isBetween(-1e-9, 1.2);
      if (last > 0.9 && last >= before && last > value) {
        peaks++;
      }
      before = last;
      last = value;
    }
    assertThat(peaks).as("in 100 h").isBetween(30, 70);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void eachReachesThePlant(int number) {
    ProcessModel calm = model(3, QUIET);
    ProcessModel disturbed = model(3, QUIET);
    command(disturbed, "idv" + number, 1);
    for (ProcessModel plant : List.of(calm, disturbed)) {
      command(plant, "recycleValve", 22.9);
      command(plant, "reactorWaterValve", 41.5);
      command(plant, "condenserWaterValve", 18.5);
      runSeconds(plant, 2_500);
    }
    assertThat(Math.abs(truth(disturbed, "reactorPressure") - truth(calm, "reactorPressure")))
        .isGreaterThan(1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "14, reactorWaterValve",
    "15, condenserWaterValve",
    "19, recycleValve",
    "19, separatorValve",
    "19, stripperValve",
    "19, steamValve"
  })
  void aStickingValveDoesNotMoveForALittle(int number, String name) {
    Plant plant = Plants.inside(1);
    int valve = Plants.model(1, QUIET).index("TE-1." + name) - TennesseeSignals.FIRST_VALVE;
    double begin = plant.valves.command(valve);
    plant.disturbances.command(number, 1);
    plant.valves.command(valve, begin + 1.9);
    plant.advance(60);
    assertThat(plant.state[StateLayout.VALVES + valve]).isCloseTo(begin, within(1e-9));
    plant.valves.command(valve, begin + 2.1);
    plant.advance(1);
    assertThat(plant.state[StateLayout.VALVES + valve]).isGreaterThan(begin);
    plant.disturbances.command(number, 0);
    plant.valves.command(valve, begin + 2.2);
    plant.advance(900);
    assertThat(plant.state[StateLayout.VALVES + valve]).isCloseTo(begin + 2.2, within(0.01));
  }

  @Test
  void aValveFollowsWithItsLag() {
    Plant plant = Plants.inside(1);
    plant.valves.command(Valves.STEAM, 0);
    double begin = plant.state[StateLayout.VALVES + Valves.STEAM];
    plant.advance(120);
    assertThat(plant.state[StateLayout.VALVES + Valves.STEAM] / begin)
        .isCloseTo(StrictMath.exp(-1), within(0.002));
  }
}
