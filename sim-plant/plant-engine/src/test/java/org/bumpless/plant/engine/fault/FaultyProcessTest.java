package org.bumpless.plant.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyProcessTest {
  private static final double SCAN_S = 0.01;

  private final FaultyProcess tank = new FaultyProcess(tankFarm(1), 1);
  private final int level = tank.index("T-1.level");
  private final int inflow = tank.index("T-1.inflow");
  private final int valve = tank.index("T-1.valve");

  private static ProcessModel tankFarm(long seed) {
    return process("tank-farm", "T-1", seed);
  }

  private static ProcessModel process(String model, String device, long seed) {
    ProcessSpec.Unit unit = new ProcessSpec.Unit(new AssetId(device), Map.of());
    return ProcessModels.installed().create(new ProcessSpec(model, List.of(unit)), seed);
  }

  private static void run(ProcessModel process, double seconds) {
    for (long i = 0; i < Math.round(seconds / SCAN_S); i++) {
      process.step(SCAN_S);
    }
  }

  private static double[] shown(ProcessModel process, int signal, int steps) {
    double[] series = new double[steps];
    for (int i = 0; i < steps; i++) {
      process.step(SCAN_S);
      series[i] = process.measured(signal);
    }
    return series;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_101})
  void withoutAFaultItIsTheProcessItself(long seed) {
    System.out.println("no fault: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel alone = tankFarm(seed);
    FaultyProcess wrapped = new FaultyProcess(tankFarm(seed), seed + 1);
    for (int i = 0; i < 2_000; i++) {
      double opening = random.nextDouble(-50, 150);
      alone.command(valve, opening);
      wrapped.command(valve, opening);
      alone.step(SCAN_S);
      wrapped.step(SCAN_S);
      for (int signal = 0; signal < alone.signals().size(); signal++) {
        assertThat(wrapped.measured(signal)).isEqualTo(alone.measured(signal));
        assertThat(wrapped.truth(signal)).isEqualTo(alone.truth(signal));
      }
    }
    assertThat(wrapped.limits()).isEqualTo(alone.limits()).isNotEmpty();
    assertThat(wrapped.losses()).isEqualTo(alone.losses()).isNotEmpty();
  }

  @Test
  void noFaultOfASensorTouchesTheTruth() {
    ProcessModel alone = tankFarm(1);
    List<SensorFault> all =
        List.of(
            new SensorFault.Frozen(),
            new SensorFault.StuckAt(17),
            new SensorFault.Bias(-4),
            new SensorFault.Drift(0.5),
            new SensorFault.Noise(3),
            new SensorFault.Dead(),
            new SensorFault.Replay(1));
    alone.command(valve, 60);
    tank.command(valve, 60);
    run(alone, 2);
    run(tank, 2);
    for (SensorFault fault : all) {
      tank.fault(level, fault);
      for (int i = 0; i < 50; i++) {
        alone.step(SCAN_S);
        tank.step(SCAN_S);
        assertThat(tank.truth(level)).isEqualTo(alone.truth(level));
      }
      assertThat(tank.measured(level)).as(fault.toString()).isNotEqualTo(alone.measured(level));
    }
  }

  @Test
  void aFrozenSensorShowsItsLastValue() {
    tank.command(valve, 100);
    run(tank, 1);
    double last = tank.measured(level);
    tank.fault(level, new SensorFault.Frozen());
    assertThat(shown(tank, level, 300)).containsOnly(last);
    assertThat(tank.truth(level)).isGreaterThan(last + 5);
  }

  @Test
  void aSensorThatIsStuckAtAValueShowsIt() {
    tank.fault(level, new SensorFault.StuckAt(12.5));
    assertThat(shown(tank, level, 100)).containsOnly(12.5);
  }

  @Test
  void aBiasedSensorShowsTooLittleByIt() {
    ProcessModel alone = tankFarm(1);
    tank.fault(level, new SensorFault.Bias(-7));
    double[] healthy = shown(alone, level, 100);
    double[] wrong = shown(tank, level, 100);
    for (int i = 0; i < healthy.length; i++) {
      assertThat(wrong[i]).isEqualTo(healthy[i] - 7);
    }
  }

  @Test
  void aDriftingSensorIsFurtherOffTheLaterItIs() {
    run(tank, 5);
    tank.fault(inflow, new SensorFault.Drift(0.25));
    assertThat(tank.measured(inflow)).isEqualTo(tank.truth(inflow));
    run(tank, 4);
    assertThat(tank.measured(inflow)).isEqualTo(tank.truth(inflow) + 1);
    run(tank, 4);
    assertThat(tank.measured(inflow)).isEqualTo(tank.truth(inflow) + 2);
  }

  @Test
  void aNoisySensorSpreadsAsItSaysAroundWhatItShowed() {
    tank.fault(inflow, new SensorFault.Noise(2));
    double sum = 0;
    double squares = 0;
    int samples = 20_000;
    for (int i = 0; i < samples; i++) {
      tank.step(History.PERIOD_S);
      double error = tank.measured(inflow) - tank.truth(inflow);
      sum += error;
      squares += error * error;
    }
    assertThat(sum / samples).isCloseTo(0, within(0.06));
    assertThat(Math.sqrt(squares / samples)).isCloseTo(2, within(0.05));
  }

  @Test
  void noiseHasOneStreamForEachSensorAndComesFromTheSeed() {
    int outflow = tank.index("T-1.outflow");
    FaultyProcess other = new FaultyProcess(tankFarm(1), 2);
    FaultyProcess same = new FaultyProcess(tankFarm(1), 1);
    same.fault(outflow, new SensorFault.Noise(1));
    for (FaultyProcess each : List.of(tank, other, same)) {
      each.fault(inflow, new SensorFault.Noise(1));
    }
    double[] first = shown(tank, inflow, 200);
    assertThat(shown(same, inflow, 200)).isEqualTo(first);
    assertThat(shown(other, inflow, 200)).isNotEqualTo(first);
    assertThat(same.measured(outflow) - same.truth(outflow))
        .isNotEqualTo(same.measured(inflow) - same.truth(inflow));
  }

  @Test
  void aDeadSensorShowsNoNumberOrWhatTheCardMakesOfIt() {
    tank.fault(level, new SensorFault.Dead());
    assertThat(tank.measured(level)).isNaN();
    tank.fault(level, new SensorFault.Dead(-25));
    assertThat(tank.measured(level)).isEqualTo(-25);
    assertThat(tank.truth(level)).isEqualTo(50);
  }

  @Test
  void aReplayShowsItsWindowAgainAndAgain() {
    tank.command(valve, 30);
    run(tank, 1);
    double[] window = new double[100];
    for (int i = 0; i < window.length; i++) {
      tank.step(History.PERIOD_S);
      window[i] = tank.measured(level);
    }
    assertThat(window).doesNotHaveDuplicates();
    tank.fault(level, new SensorFault.Replay(2));
    tank.command(valve, 100);
    for (int round = 0; round < 3; round++) {
      for (double recorded : window) {
        assertThat(tank.measured(level)).isEqualTo(recorded);
        tank.step(History.PERIOD_S);
      }
    }
    assertThat(tank.truth(level)).isGreaterThan(window[99] + 10);
  }

  @Test
  void aReplayOfMoreThanWasSeenShowsWhatWasSeen() {
    double first = tank.measured(level);
    tank.fault(level, new SensorFault.Replay(History.LENGTH_S));
    assertThat(shown(tank, level, 50)).containsOnly(first);
    tank.repair(level);
    run(tank, 1);
    tank.fault(level, new SensorFault.Replay(History.LENGTH_S));
    double[] twice = shown(tank, level, 300);
    for (int i = 150; i < 300; i++) {
      assertThat(twice[i]).isEqualTo(twice[i - 150]);
    }
  }

  @Test
  void theHistoryHoldsTheLastHalfMinuteHoweverLongItRuns() {
    run(tank, History.LENGTH_S + 7);
    double[] window = new double[1_500];
    for (int i = 0; i < window.length; i++) {
      tank.step(History.PERIOD_S);
      window[i] = tank.measured(level);
    }
    tank.fault(level, new SensorFault.Replay(History.LENGTH_S));
    for (double recorded : window) {
      assertThat(tank.measured(level)).isEqualTo(recorded);
      tank.step(History.PERIOD_S);
    }
  }

  @Test
  void aStuckActuatorStaysWhereItIs() {
    tank.command(valve, 40);
    run(tank, 5);
    tank.fault(valve, new ActuatorFault.Stuck());
    tank.command(valve, 100);
    run(tank, 5);
    assertThat(tank.truth(valve)).isEqualTo(40);
    assertThat(tank.measured(valve)).isEqualTo(100);
    assertThat(tank.truth(inflow)).isCloseTo(32, within(0.01));
    tank.repair(valve);
    run(tank, 5);
    assertThat(tank.truth(inflow)).isCloseTo(80, within(0.01));
  }

  @Test
  void aSlowActuatorFollowsWithItsTimeConstant() {
    tank.command(valve, 0);
    tank.fault(valve, new ActuatorFault.Slow(4));
    tank.command(valve, 80);
    assertThat(tank.truth(valve)).isZero();
    run(tank, 4);
    assertThat(tank.truth(valve)).isCloseTo(80 * (1 - 1 / Math.E), within(1e-6));
    tank.command(valve, Double.NaN);
    run(tank, 80);
    assertThat(tank.truth(valve)).isCloseTo(0, within(1e-6));
  }

  @Test
  void anActuatorWithLimitedTravelReachesItsEnds() {
    tank.fault(valve, new ActuatorFault.LimitedTravel(20, 60));
    tank.command(valve, 100);
    assertThat(tank.truth(valve)).isEqualTo(60);
    tank.command(valve, 0);
    assertThat(tank.truth(valve)).isEqualTo(20);
    tank.command(valve, 50);
    assertThat(tank.truth(valve)).isEqualTo(50);
    assertThat(tank.measured(valve)).isEqualTo(50);
  }

  @Test
  void anOffsetComesOnTopOfTheCommandWithinTheRange() {
    tank.fault(valve, new ActuatorFault.Offset(15));
    tank.command(valve, 50);
    assertThat(tank.truth(valve)).isEqualTo(65);
    tank.command(valve, 95);
    assertThat(tank.truth(valve)).isEqualTo(100);
  }

  @Test
  void aDeadActuatorFallsWhereTheModelLetsIt() {
    tank.command(valve, 70);
    tank.fault(valve, new ActuatorFault.Dead());
    assertThat(tank.truth(valve)).isZero();
    tank.command(valve, 90);
    assertThat(tank.truth(valve)).isZero();
    tank.repair(valve);
    assertThat(tank.truth(valve)).isEqualTo(90);
  }

  @Test
  void aSecondFaultTakesThePlaceOfTheFirstAndRepairMendsEither() {
    tank.command(valve, 30);
    tank.fault(valve, new ActuatorFault.Stuck());
    tank.command(valve, 90);
    tank.fault(valve, new ActuatorFault.Offset(5));
    assertThat(tank.truth(valve)).isEqualTo(95);
    tank.fault(level, new SensorFault.StuckAt(1));
    tank.fault(level, new SensorFault.Frozen());
    assertThat(tank.measured(level)).isEqualTo(1);
    assertThat(tank.faults())
        .containsExactly(
            Map.entry("T-1.level", new SensorFault.Frozen()),
            Map.entry("T-1.valve", new ActuatorFault.Offset(5)));
    tank.repair(level);
    tank.repair(valve);
    tank.repair(inflow);
    assertThat(tank.faults()).isEmpty();
    assertThat(tank.measured(level)).isEqualTo(50);
    assertThat(tank.truth(valve)).isEqualTo(90);
  }

  @Test
  void faultsAreInTheSnapshot() {
    run(tank, 3);
    tank.fault(level, new SensorFault.Replay(1));
    tank.fault(inflow, new SensorFault.Noise(1));
    tank.fault(valve, new ActuatorFault.Slow(3));
    tank.command(valve, 100);
    tank.step(0.013);
    ProcessModel.Snapshot snapshot = tank.snapshot();
    Map<String, Fault> faults = tank.faults();
    double[] levels = shown(tank, level, 200);
    double[] inflows = shown(tank, inflow, 200);
    double opening = tank.truth(valve);
    for (int again = 0; again < 2; again++) {
      tank.fault(level, new SensorFault.Dead());
      tank.repair(inflow);
      tank.repair(valve);
      run(tank, 40);
      tank.restore(snapshot);
      assertThat(tank.faults()).isEqualTo(faults);
      assertThat(shown(tank, level, 200)).isEqualTo(levels);
      assertThat(shown(tank, inflow, 200)).isEqualTo(inflows);
      assertThat(tank.truth(valve)).isEqualTo(opening);
    }
  }

  @Test
  void aSnapshotFromBeforeTheFaultMendsIt() {
    run(tank, 1);
    ProcessModel.Snapshot snapshot = tank.snapshot();
    tank.fault(level, new SensorFault.StuckAt(3));
    run(tank, 1);
    tank.restore(snapshot);
    assertThat(tank.faults()).isEmpty();
    assertThat(tank.measured(level)).isNotEqualTo(3);
    assertThatThrownBy(() -> tank.restore(tankFarm(1).snapshot()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this process with faults");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 77})
  void howTheTimeIsCutChangesNoBit(long seed) {
    System.out.println("time cut: seed " + seed);
    FaultyProcess fine = new FaultyProcess(process("two-phase-reactor", "R-1", seed), seed);
    FaultyProcess coarse = new FaultyProcess(process("two-phase-reactor", "R-1", seed), seed);
    List<SensorFault> faults =
        List.of(new SensorFault.Noise(1), new SensorFault.Drift(0.1), new SensorFault.Replay(0.5));
    for (FaultyProcess each : List.of(fine, coarse)) {
      each.step(0.5);
      for (int i = 0; i < faults.size(); i++) {
        each.fault(each.index("R-1.pressure" + "ABC".charAt(i)), faults.get(i));
      }
    }
    for (int i = 0; i < 1_000; i++) {
      fine.step(0.01);
    }
    for (int i = 0; i < 10; i++) {
      coarse.step(1);
    }
    for (int i = 0; i < fine.signals().size(); i++) {
      assertThat(coarse.measured(i)).isEqualTo(fine.measured(i));
    }
    int noisy = fine.index("R-1.pressureA");
    assertThat(fine.measured(noisy)).isNotEqualTo(fine.truth(noisy));
  }

  @Test
  void aStepAllocatesNothing() {
    tank.fault(level, new SensorFault.Noise(1));
    tank.fault(inflow, new SensorFault.Drift(1));
    tank.fault(tank.index("T-1.outflow"), new SensorFault.Replay(1));
    tank.fault(tank.index("T-1.spilled"), new SensorFault.Bias(1));
    tank.fault(valve, new ActuatorFault.Slow(1));
    tank.fault(tank.index("T-1.pump"), new ActuatorFault.LimitedTravel(0, 1));
    run(tank, 300);

    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  for (int i = 0; i < 10_000; i++) {
                    tank.command(valve, i % 100);
                    tank.command(valve + 1, 1);
                    tank.step(SCAN_S);
                  }
                }))
        .isZero();
  }

  @Test
  void mistakesOfACallerAreNamed() {
    assertThatThrownBy(() -> tank.fault(valve, new SensorFault.Frozen()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-1.valve, which is COMMAND: expected one that is MEASURED");
    assertThatThrownBy(() -> tank.fault(level, new ActuatorFault.Stuck()))
        .hasMessageContaining("T-1.level, which is MEASURED: expected one that is COMMAND");
    assertThatThrownBy(() -> new SensorFault.Bias(Double.NaN))
        .hasMessage("sensor bias NaN: expected a finite number");
    assertThatThrownBy(() -> new SensorFault.Replay(31))
        .hasMessage("sensor replay window s 31.0: expected 0.02 to 30.0");
    assertThatThrownBy(() -> new SensorFault.Noise(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new ActuatorFault.Slow(0)).hasMessageContaining("0.001 to");
    assertThatThrownBy(() -> new ActuatorFault.LimitedTravel(5, 4)).hasMessageContaining("4.0");
    assertThatThrownBy(() -> tank.step(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
