package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bumpless.plant.engine.tennessee.Plants.QUIET;
import static org.bumpless.plant.engine.tennessee.Plants.model;
import static org.bumpless.plant.engine.tennessee.Plants.runSeconds;
import static org.bumpless.plant.engine.unit.FirstUnit.command;
import static org.bumpless.plant.engine.unit.FirstUnit.everything;
import static org.bumpless.plant.engine.unit.FirstUnit.measured;
import static org.bumpless.plant.engine.unit.FirstUnit.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TennesseeEastmanTest {
  @Test
  void beginsInThePublishedBaseCase() {
    ProcessModel plant = model(1, Map.of());
    List<BaseCaseTable.Entry> table = BaseCaseTable.entries();
    assertThat(table).hasSize(53);
    for (BaseCaseTable.Entry entry : table) {
      int index =
          entry.number() - 1 + (entry.kind().equals("xmv") ? TennesseeSignals.FIRST_VALVE : 0);
      String name = plant.signals().get(index).name();
      assertThat(plant.truth(index))
          .as("%s %s, %s", entry.kind(), entry.number(), name)
          .isCloseTo(entry.value(), within(entry.tolerance()));
      assertThat(plant.measured(index)).isEqualTo(plant.truth(index));
    }
    assertThat(truth(plant, "operatingCost")).as("published: 170.6 $/h").isBetween(170.55, 170.65);
  }

  @Test
  void leftAloneItShutsDownForHighReactorPressureAfterHours() {
    ProcessModel plant = model(1, QUIET);
    assertThat(runSeconds(plant, 5 * 3_600) / 3_600.0).isBetween(3.2, 4.0);
    assertThat(truth(plant, "shutdownCause")).isEqualTo(Shutdown.REACTOR_PRESSURE_HIGH);
    assertThat(truth(plant, "reactorPressure")).isGreaterThan(3_000);
  }

  @Test
  void wanderingFeedShutsItDownSoonerOrLater() {
    ProcessModel plant = model(3, Map.of());
    command(plant, "idv8", 1);
    assertThat(runSeconds(plant, 5 * 3_600)).isBetween(1_800, 5 * 3_600 - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "agitatorSpeed, 0, 1",
    "eFeedValve, 100, 2",
    "separatorValve, 100, 6",
    "stripperValve, 0, 7",
    "stripperValve, 100, 8"
  })
  void anInterlockStopsIt(String valve, double percent, double cause) {
    ProcessModel plant = model(1, QUIET);
    command(plant, valve, percent);
    assertThat(runSeconds(plant, 3_600)).isLessThan(3_600);
    assertThat(truth(plant, "shutdownCause")).isEqualTo(cause);
    assertThat(plant.limits())
        .anyMatch(
            limit ->
                limit.kind() == Limit.Kind.TRIP
                    && limit.margin(plant.truth(plant.index(limit.signal()))) < 0);
  }

  @Test
  void aStoppedPlantStandsStillAndMakesNothing() {
    ProcessModel plant = model(1, QUIET);
    command(plant, "stripperValve", 0);
    runSeconds(plant, 3_600);
    double level = truth(plant, "stripperLevel");
    double made = truth(plant, "productMade");
    double lost = truth(plant, "productLost");
    command(plant, "stripperValve", 100);
    for (int i = 0; i < 3_600; i++) {
      plant.step(1);
    }
    assertThat(truth(plant, "shutdown")).isEqualTo(1);
    assertThat(truth(plant, "stripperLevel")).isEqualTo(level);
    assertThat(truth(plant, "productMade")).isEqualTo(made);
    assertThat(truth(plant, "productLost") - lost).isCloseTo(22.949, within(1e-6));
  }

  @Test
  void itCountsWhatItMakesAndWhatIsLacking() {
    ProcessModel plant = model(1, Map.of("noise", 0.0, "productDemandM3H", 23.949));
    runSeconds(plant, 3_600);
    assertThat(truth(plant, "productMade")).isCloseTo(22.949, within(0.01));
    assertThat(truth(plant, "productLost")).isCloseTo(1, within(0.01));
  }

  @Test
  void analysersShowWhatWasAPeriodBefore() {
    ProcessModel plant = model(1, QUIET);
    command(plant, "acFeedValve", 61.4);
    List<Double> feed = new ArrayList<>();
    List<Double> product = new ArrayList<>();
    for (int second = 0; second < 4_000; second++) {
      feed.add(truth(plant, "feedA"));
      product.add(truth(plant, "productG"));
      int shownFeed = Math.max(0, second / 360 * 360 - 360);
      int shownProduct = Math.max(0, second / 900 * 900 - 900);
      assertThat(measured(plant, "feedA")).isEqualTo(feed.get(shownFeed));
      assertThat(measured(plant, "productG")).isEqualTo(product.get(shownProduct));
      plant.step(1);
    }
    assertThat(truth(plant, "shutdown")).isZero();
    assertThat(feed.get(3_000)).isNotEqualTo(feed.get(0));
    assertThat(product.get(3_000)).isNotEqualTo(product.get(0));
  }

  @Test
  void instrumentsHaveTheirNoise() {
    ProcessModel plant = model(1, Map.of());
    double[] sum = new double[Measurement.CONTINUOUS];
    double[] squares = new double[Measurement.CONTINUOUS];
    int steps = 10_000;
    for (int i = 0; i < steps; i++) {
      plant.step(1);
      for (int m = 0; m < squares.length; m++) {
        double error = plant.measured(m) - plant.truth(m);
        sum[m] += error;
        squares[m] += error * error;
      }
    }
    for (int m = 0; m < squares.length; m++) {
      double deviation = Measurement.ALL.get(m).deviation();
      assertThat(Math.sqrt(squares[m] / steps)).isCloseTo(deviation, within(0.04 * deviation));
      assertThat(sum[m] / steps).isCloseTo(0, within(0.05 * deviation));
    }
  }

  @Test
  void noiseIsNotInTheProcess() {
    ProcessModel quiet = model(1, QUIET);
    ProcessModel noisy = model(2, Map.of("noise", 10.0));
    runSeconds(quiet, 3_600);
    runSeconds(noisy, 3_600);
    assertThat(truth(noisy, "reactorPressure")).isEqualTo(truth(quiet, "reactorPressure"));
    assertThat(measured(noisy, "reactorPressure")).isNotEqualTo(truth(noisy, "reactorPressure"));
    assertThat(measured(quiet, "reactorPressure")).isEqualTo(truth(quiet, "reactorPressure"));
  }

  @Test
  void howTimeIsCutChangesNothing() {
    ProcessModel fine = model(4, Map.of());
    ProcessModel coarse = model(4, Map.of());
    for (ProcessModel plant : List.of(fine, coarse)) {
      for (int number = 1; number <= 20; number++) {
        command(plant, "idv" + number, 1);
      }
    }
    for (int round = 0; round < 100; round++) {
      command(fine, "purgeValve", 40 + round % 3);
      command(coarse, "purgeValve", 40 + round % 3);
      for (int i = 0; i < 1_000; i++) {
        fine.step(0.01);
      }
      for (int i = 0; i < 10; i++) {
        coarse.step(1);
      }
      assertThat(everything(fine)).isEqualTo(everything(coarse));
    }
    assertThat(truth(fine, "shutdown")).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_250_107})
  void whateverIsCommandedItEndsInAnInterlockOrGoesOnInNumbers(long seed) {
    System.out.println("Tennessee Eastman extremes: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 100; run++) {
      ProcessModel plant =
          model(random.nextLong(), Map.of("stepS", random.nextBoolean() ? 2.0 : 1.0));
      for (int i = TennesseeSignals.FIRST_VALVE; i < plant.signals().size(); i++) {
        if (random.nextBoolean()) {
          plant.command(i, 100.0 * random.nextInt(2));
        }
      }
      runSeconds(plant, 4_000);
      for (double value : everything(plant)) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void shorterStepsGiveNearlyTheSame() {
    ProcessModel usual = model(1, QUIET);
    ProcessModel shorter = model(1, Map.of("noise", 0.0, "stepS", 0.1));
    for (ProcessModel plant : List.of(usual, shorter)) {
      command(plant, "purgeValve", 42);
      command(plant, "condenserWaterValve", 19);
      runSeconds(plant, 600);
    }
    assertThat(truth(shorter, "reactorPressure"))
        .isCloseTo(truth(usual, "reactorPressure"), within(2.0))
        .isNotEqualTo(truth(usual, "reactorPressure"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_250_102})
  void aRestoredPlantGoesOnExactlyAsItDid(long seed) {
    System.out.println("restored Tennessee Eastman plant: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel plant = model(seed, Map.of());
    for (int number = 1; number <= 20; number++) {
      command(plant, "idv" + number, random.nextInt(2));
    }
    plant.step(random.nextDouble(1_000, 2_000));
    command(plant, "idv3", 1);
    command(plant, "purgeValve", 50);
    ProcessModel.Snapshot snapshot = plant.snapshot();
    double[] then = everything(plant);
    double[] first = goOn(plant);
    command(plant, "separatorValve", 100);
    runSeconds(plant, 3_600);
    assertThat(truth(plant, "shutdown")).isEqualTo(1);
    plant.restore(snapshot);
    assertThat(everything(plant)).isEqualTo(then);
    assertThat(goOn(plant)).isEqualTo(first);
    ProcessModel other = model(seed + 1, Map.of());
    other.restore(snapshot);
    assertThat(goOn(other)).isEqualTo(first);
  }

  private static double[] goOn(ProcessModel plant) {
    command(plant, "recycleValve", 24);
    for (int i = 0; i < 1_500; i++) {
      plant.step(0.7);
    }
    return everything(plant);
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherAnother() {
    double[] first = goOn(disturbed(7));
    assertThat(goOn(disturbed(7))).isEqualTo(first);
    assertThat(goOn(disturbed(8))).isNotEqualTo(first);
  }

  private static ProcessModel disturbed(long seed) {
    ProcessModel plant = model(seed, QUIET);
    command(plant, "idv8", 1);
    return plant;
  }

  @Test
  void commandsAreLimitedAndWhatIsNoNumberIsSafe() {
    ProcessModel plant = model(1, QUIET);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300, -5}) {
      command(plant, "dFeedValve", 50);
      command(plant, "dFeedValve", bad);
      assertThat(truth(plant, "dFeedValve")).as("commanded %s", bad).isZero();
    }
    command(plant, "dFeedValve", 1e300);
    assertThat(truth(plant, "dFeedValve")).isEqualTo(100);
    command(plant, "idv1", Double.NaN);
    assertThat(truth(plant, "idv1")).isZero();
    command(plant, "idv1", 17);
    assertThat(truth(plant, "idv1")).isEqualTo(1);
  }

  @Test
  void aStepAllocatesNothing() {
    ProcessModel plant = model(1, Map.of());
    ProcessModel.Snapshot begin = plant.snapshot();
    command(plant, "idv8", 1);
    for (int i = 0; i < 20; i++) {
      runSeconds(plant, 1_000);
      plant.restore(begin);
    }
    assertThat(Allocation.bytesEachTime(() -> runSeconds(plant, 400))).isZero();
    assertThat(truth(plant, "shutdown")).isZero();
  }

  @Test
  void limitsAreOfInstrumentsAndHoldInTheBaseCase() {
    ProcessModel plant = model(1, QUIET);
    assertThat(plant.limits()).hasSize(10);
    for (Limit limit : plant.limits()) {
      Signal signal = plant.signals().get(plant.index(limit.signal()));
      assertThat(signal.direction()).isEqualTo(Signal.Direction.MEASURED);
      assertThat(limit.margin(plant.truth(plant.index(limit.signal())))).isPositive();
    }
  }

  @Test
  void mistakesAreNamed() {
    ProcessModel plant = model(1, Map.of());
    assertThatThrownBy(() -> command(plant, "reactorPressure", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TE-1.reactorPressure is measured")
        .hasMessageContaining("TE-1.idv20");
    assertThatThrownBy(() -> plant.step(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> model(1, Map.of("stepS", 3.0)))
        .hasMessageContaining("stepS 3.0: expected 0.01 to 2");
    ProcessSpec.Unit unit = new ProcessSpec.Unit(new AssetId("TE-1"), Map.of());
    ProcessSpec none = new ProcessSpec("tennessee-eastman", List.of());
    ProcessSpec two = new ProcessSpec("tennessee-eastman", List.of(unit, unit));
    for (ProcessSpec spec : List.of(none, two)) {
      assertThatThrownBy(() -> ProcessModels.installed().create(spec, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected one");
    }
    assertThatThrownBy(() -> plant.restore(new ProcessModel.Snapshot() {}))
        .hasMessageContaining("Tennessee Eastman");
  }
}
