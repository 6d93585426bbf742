package org.bumpless.plant.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bumpless.plant.engine.unit.FirstUnit.command;
import static org.bumpless.plant.engine.unit.FirstUnit.everything;
import static org.bumpless.plant.engine.unit.FirstUnit.measured;
import static org.bumpless.plant.engine.unit.FirstUnit.truth;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.engine.unit.FirstUnit;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoPhaseReactorTest {
  private static final double SCAN_S = 0.01;
  private static final Map<String, Double> QUICK = Map.of("timeFactor", 100.0);

  private static ProcessModel reactor(long seed, Map<String, Double> parameters, String... names) {
    return FirstUnit.of(
        "two-phase-reactor", seed, parameters, names.length == 0 ? new String[] {"R-1"} : names);
  }

  private static void run(ProcessModel model, double seconds) {
    for (long i = 0; i < Math.round(seconds / 0.1); i++) {
      model.step(0.1);
    }
  }

  /**
   * Ricker (1993): base case at 2700 kPa, 47 mol% A and 100 kmol/h; level and product valve to all
   * digits from his PI script, the others from his steady-state program worked out by hand.
   */
  @Test
  void theBaseCaseOfThePaperIsSteady() {
    ProcessModel model = reactor(1, Map.of());
    run(model, 7_200);
    assertThat(truth(model, "pressure")).isCloseTo(2_700, within(1e-6));
    assertThat(truth(model, "level")).isCloseTo(44.17670682730923, within(1e-9));
    assertThat(truth(model, "productPosition")).isCloseTo(47.03024823457651, within(1e-9));
    assertThat(truth(model, "feed1Flow")).isCloseTo(201.43, within(0.005));
    assertThat(truth(model, "feed2Flow")).isCloseTo(5.62, within(0.005));
    assertThat(truth(model, "purgeFlow")).isCloseTo(7.05, within(0.005));
    assertThat(truth(model, "productFlow")).isCloseTo(100, within(1e-6));
    assertThat(truth(model, "feed1Position")).isCloseTo(60.95, within(0.005));
    assertThat(truth(model, "feed2Position")).isCloseTo(25.02, within(0.005));
    assertThat(truth(model, "purgePosition")).isCloseTo(39.26, within(0.005));
    assertThat(truth(model, "fractionA")).isCloseTo(47, within(1e-6));
    assertThat(truth(model, "fractionB")).isCloseTo(14.29, within(0.005));
    assertThat(truth(model, "fractionC")).isCloseTo(38.71, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_250_102})
  void whatFlowsInOfEachComponentIsStoredOrReactsOrFlowsOut(long seed) {
    System.out.println("reactor mass balance: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Reactor reactor =
        new Reactor(
            ReactorParameters.of(
                new ProcessSpec.Unit(
                    new AssetId("R-1"), Map.of("ruptureKpa", 3_500.0, "timeFactor", 50.0))));
    ReactorState now = reactor.now();
    double hours = 0.01 / 3_600 * 50;
    double balanceA = now.kmolA;
    double balanceB = now.kmolB;
    double balanceC = now.kmolC;
    double balanceD = now.kmolD;
    double throughput = 0;
    for (int i = 0; i < 100_000 && !now.ruptured; i++) {
      if (i % 1_000 == 0) {
        now.feed1Command = random.nextDouble(30, 75);
        now.feed2Command = random.nextDouble(0, 100);
        now.purgeCommand = random.nextDouble(0, 100);
        now.productCommand = random.nextDouble(0, 100);
        now.feed1B = random.nextDouble(0, 0.05);
        now.reliefCommand = random.nextInt(4) == 0 ? 1 : 0;
      }
      double vapour = now.kmolA + now.kmolB + now.kmolC;
      double shareA = now.kmolA / vapour;
      double shareB = now.kmolB / vapour;
      double shareC = now.kmolC / vapour;
      double lost = now.productLostKmol;
      reactor.step();
      if (now.ruptured) {
        break;
      }
      double gasOut = now.purgeFlow + now.reliefFlow;
      balanceA +=
          (now.feed1A * now.feed1Flow + now.feed2Flow - now.reacted - shareA * gasOut) * hours;
      balanceB += (now.feed1B * now.feed1Flow - shareB * gasOut) * hours;
      balanceC +=
          ((1 - now.feed1A - now.feed1B) * now.feed1Flow - now.reacted - shareC * gasOut) * hours;
      balanceD += (now.reacted - now.productFlow) * hours - (now.productLostKmol - lost) * 50;
      throughput += now.feed1Flow * hours;
      assertThat(now.kmolA).isCloseTo(balanceA, within(1e-9 * (1 + throughput)));
      assertThat(now.kmolB).isCloseTo(balanceB, within(1e-9 * (1 + throughput)));
      assertThat(now.kmolC).isCloseTo(balanceC, within(1e-9 * (1 + throughput)));
      assertThat(now.kmolD).isCloseTo(balanceD, within(1e-9 * (1 + throughput)));
    }
    assertThat(throughput).isGreaterThan(500);
  }

  @Test
  void withThePurgeShutTheInertGathersAndThePressurePasses3000Kpa() {
    ProcessModel model = reactor(1, QUICK);
    command(model, "purgeValve", 0);
    double hours = 0;
    while (truth(model, "pressure") < 3_000 && hours < 100) {
      model.step(0.36);
      hours += 0.01;
    }
    System.out.println("reactor, purge shut: 3000 kPa after " + hours + " h");
    assertThat(hours).isBetween(10.0, 14.0);
    assertThat(truth(model, "fractionB")).isGreaterThan(15);
  }

  @Test
  void withFeedsOpenAndThePurgeShutTheVesselBurstsWithinMinutesAndStaysBurst() {
    ProcessModel model = reactor(1, Map.of());
    command(model, "purgeValve", 0);
    command(model, "feed1Valve", 100);
    command(model, "feed2Valve", 100);
    command(model, "productValve", 0);
    double alarm = 0;
    double burst = 0;
    for (double now = 0; now < 3_600 && burst == 0; now += 1) {
      model.step(1);
      alarm = alarm == 0 && truth(model, "pressure") >= 3_000 ? now : alarm;
      burst = truth(model, "ruptured") == 1 ? now : 0;
    }
    System.out.println(
        "reactor, feeds open: 3000 kPa after " + alarm + " s, burst " + burst + " s");
    assertThat(alarm).isBetween(60.0, 600.0);
    assertThat(burst).isBetween(alarm + 60, 1_200.0);
    assertThat(truth(model, "productLost")).isGreaterThan(110);
    assertThat(truth(model, "pressure")).isEqualTo(100);
    double lost = truth(model, "productLost");
    command(model, "feed1Valve", 0);
    run(model, 600);
    assertThat(truth(model, "ruptured")).isEqualTo(1);
    assertThat(truth(model, "productLost")).isEqualTo(lost);
    assertThat(truth(model, "productFlow")).isZero();
    assertThat(truth(model, "level")).isZero();
  }

  @Test
  void theShutdownValveStopsBothFeedsWithinItsStroke() {
    ProcessModel model = reactor(1, Map.of());
    command(model, "shutdownValve", 0);
    run(model, 1);
    assertThat(truth(model, "shutdownPosition")).isCloseTo(50, within(1e-6));
    run(model, 1.1);
    assertThat(truth(model, "feed1Flow")).isZero();
    assertThat(truth(model, "feed2Flow")).isZero();
    assertThat(truth(model, "feed1Position")).isGreaterThan(60);
    double before = truth(model, "pressure");
    run(model, 600);
    assertThat(truth(model, "pressure")).isLessThan(before - 50);
  }

  @Test
  void theOpenReliefValveHoldsThePressureWithFeedsOpen() {
    ProcessModel model = reactor(1, QUICK);
    command(model, "purgeBlocked", 100);
    command(model, "feed1Valve", 100);
    command(model, "reliefValve", 1);
    run(model, 120);
    assertThat(truth(model, "ruptured")).isZero();
    assertThat(truth(model, "purgeFlow")).isZero();
    assertThat(truth(model, "reliefFlow")).isGreaterThan(50);
  }

  @Test
  void aClosedProductValveFillsTheVesselAndAnOpenOneEmptiesIt() {
    ProcessModel full = reactor(1, QUICK);
    command(full, "productValve", 0);
    run(full, 120);
    assertThat(truth(full, "level")).isEqualTo(100, within(1e-9));
    assertThat(truth(full, "productLost")).isPositive();
    ProcessModel empty = reactor(1, QUICK);
    command(empty, "productValve", 100);
    run(empty, 120);
    assertThat(truth(empty, "level")).isBetween(0.0, 0.1);
    assertThat(truth(empty, "productFlow")).isLessThan(120);
  }

  @Test
  void aPoorerFeedMovesTheCompositionAndTheAnalyserSaysSoLate() {
    ProcessModel model = reactor(1, Map.of("fractionNoisePercent", 0.0));
    command(model, "feed1FractionA", 45);
    run(model, 700);
    assertThat(truth(model, "fractionA")).isLessThan(46.9);
    assertThat(measured(model, "fractionA")).isEqualTo(47, within(1e-9));
    run(model, 20);
    double sampledAt720 = truth(model, "fractionA");
    run(model, 360);
    assertThat(measured(model, "fractionA")).isEqualTo(sampledAt720, within(1e-9));
  }

  @Test
  void theThreePressureTransmittersFailAndScatterEachByItself() {
    ProcessModel model = reactor(1, Map.of("pressureNoisePercent", 0.1));
    command(model, "pressureBOffset", -500);
    double[] squares = new double[3];
    double product = 0;
    for (int i = 0; i < 20_000; i++) {
      model.step(SCAN_S);
      double truth = truth(model, "pressure");
      double a = measured(model, "pressureA") - truth;
      double b = measured(model, "pressureB") - truth + 500;
      double c = measured(model, "pressureC") - truth;
      squares[0] += a * a;
      squares[1] += b * b;
      squares[2] += c * c;
      product += a * c;
    }
    for (double square : squares) {
      assertThat(Math.sqrt(square / 20_000)).isCloseTo(3.5, within(0.1));
    }
    assertThat(Math.abs(product / 20_000)).isLessThan(0.5);
    assertThat(measured(model, "levelA")).isNotEqualTo(measured(model, "levelB"));
  }

  @Test
  void anInstrumentSaturates() {
    ProcessModel model = reactor(1, Map.of());
    command(model, "pressureAOffset", 3_500);
    model.step(1);
    assertThat(measured(model, "pressureA")).isEqualTo(3_500 * 1.03125);
  }

  @Test
  void theResultDoesNotDependOnHowTimeIsCut() {
    ProcessModel fine = reactor(9, QUICK);
    ProcessModel coarse = reactor(9, QUICK);
    ProcessModel odd = reactor(9, QUICK);
    for (ProcessModel model : List.of(fine, coarse, odd)) {
      command(model, "purgeValve", 10);
      command(model, "feed1FractionA", 46);
    }
    for (int i = 0; i < 1_000; i++) {
      fine.step(0.01);
    }
    for (int i = 0; i < 10; i++) {
      coarse.step(1);
    }
    for (int i = 0; i < 1_429; i++) {
      odd.step(0.007);
    }
    assertThat(everything(fine)).isEqualTo(everything(coarse)).isEqualTo(everything(odd));
  }

  @Test
  void aRestoredProcessGoesOnExactlyAsItDid() {
    ProcessModel model = reactor(5, QUICK, "R-1", "R-2");
    command(model, "purgeValve", 0);
    model.step(100.003);
    ProcessModel.Snapshot snapshot = model.snapshot();
    model.step(400.009);
    double[] first = everything(model);
    for (Signal signal : model.signals()) {
      if (signal.direction() != Signal.Direction.MEASURED) {
        model.command(model.index(signal.name()), 33);
      }
    }
    model.step(500);
    model.restore(snapshot);
    model.step(400.009);
    assertThat(everything(model)).isEqualTo(first);
    assertThatThrownBy(() -> reactor(5, QUICK).restore(snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this process");
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherReactorMoreChangesNothing() {
    ProcessModel one = reactor(7, QUICK);
    ProcessModel two = reactor(7, QUICK, "R-0", "R-1");
    two.command(two.index("R-0.purgeValve"), 0);
    one.step(60);
    two.step(60);
    assertThat(two.measured(two.index("R-1.pressureA"))).isEqualTo(measured(one, "pressureA"));
    ProcessModel other = reactor(8, QUICK);
    other.step(60);
    assertThat(measured(other, "pressureA")).isNotEqualTo(measured(one, "pressureA"));
  }

  @Test
  void commandsAreLimitedAndWhatIsNoNumberIsSafe() {
    ProcessModel model = reactor(1, Map.of());
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (String valve :
          List.of("feed1Valve", "purgeValve", "productValve", "shutdownValve", "reliefValve")) {
        command(model, valve, 1);
        command(model, valve, bad);
        assertThat(truth(model, valve)).describedAs(valve).isZero();
      }
    }
    command(model, "feed2Valve", 1e9);
    assertThat(truth(model, "feed2Valve")).isEqualTo(100);
    command(model, "feed1FractionA", Double.NaN);
    assertThat(truth(model, "feed1FractionA")).isEqualTo(48.5);
    command(model, "reactionRate", 1e9);
    assertThat(truth(model, "reactionRate")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 20_250_103})
  void noCommandWhateverMakesTheTruthLeaveTheRealNumbers(long seed) {
    System.out.println("reactor, any command: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel model = reactor(seed, Map.of("timeFactor", 500.0));
    double[] values = {Double.NaN, -1e300, 1e300, 0, 1, 50, 100, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < 400; i++) {
      for (Signal signal : model.signals()) {
        if (signal.direction() != Signal.Direction.MEASURED) {
          model.command(model.index(signal.name()), values[random.nextInt(values.length)]);
        }
      }
      model.step(1);
      for (double value : everything(model)) {
        assertThat(value).isFinite();
      }
      assertThat(truth(model, "pressure")).isBetween(0.0, 3_300.0);
      assertThat(truth(model, "level")).isBetween(0.0, 100.0 + 1e-9);
    }
  }

  @Test
  void aStepAllocatesNothing() {
    ProcessModel model = reactor(1, QUICK, "R-1", "R-2");
    run(model, 300);
    assertThat(Allocation.bytesEachTime(() -> run(model, 100))).isZero();
  }

  @Test
  void limitsNameSignalsThatThereAre() {
    ProcessModel model = reactor(1, Map.of());
    for (Limit limit : model.limits()) {
      assertThat(limit.margin(model.truth(model.index(limit.signal())))).isPositive();
    }
    assertThat(model.limits())
        .contains(new Limit("R-1.pressure", Double.NEGATIVE_INFINITY, 3_000, Limit.Kind.TRIP));
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> reactor(1, Map.of("ruptureKpa", 9_000.0)))
        .hasMessageContaining("ruptureKpa 9000.0: expected 3000.0 to 3500.0");
    assertThatThrownBy(() -> reactor(1, Map.of("startFractionA", 40.0, "productKmolPerH", 120.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("need more C");
    ProcessModel model = reactor(1, Map.of());
    assertThatThrownBy(() -> command(model, "pressure", 1)).hasMessageContaining("is measured");
    assertThatThrownBy(() -> model.step(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
