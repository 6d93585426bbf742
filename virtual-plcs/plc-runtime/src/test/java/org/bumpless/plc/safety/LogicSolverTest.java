package org.bumpless.plc.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.SafetyEvent.Kind;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyFunction.FinalElement;
import org.bumpless.plant.model.SafetyFunction.Range;
import org.bumpless.plant.model.SafetyFunction.Trip;
import org.bumpless.plant.model.Voting;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.scan.FieldSignals;
import org.junit.jupiter.api.Test;

class LogicSolverTest {
  private static final Duration SCAN = Duration.ofMillis(100);
  private static final AssetId SIS = new AssetId("SIS-1");
  private static final List<String> PRESSURES = List.of("R-1.pA", "R-1.pB", "R-1.pC");

  private final Map<String, Double> wires = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<SafetyEvent> events = new ArrayList<>();
  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final FieldSignals field =
      new FieldSignals() {
        @Override
        public int index(String name) {
          names.add(name);
          return names.size() - 1;
        }

        @Override
        public double read(int index) {
          return wires.getOrDefault(names.get(index), 0.0);
        }

        @Override
        public void write(int index, double value) {
          wires.put(names.get(index), value);
        }
      };
  private long scans;

  private static SafetyFunction pressure(Duration delay) {
    return new SafetyFunction(
        "PSHH-1",
        "Reactor pressure too high",
        SIS,
        PRESSURES,
        new Range(0, 4_000),
        Voting.TWO_OUT_OF_THREE,
        new Trip(Trip.Side.ABOVE, 2_950),
        delay,
        List.of(new FinalElement("R-1.sdv", 1, 0)),
        Duration.ofHours(8),
        Duration.ofSeconds(20));
  }

  private static SafetyFunction level(FinalElement element) {
    return new SafetyFunction(
        "LSLL-1",
        "Level too low",
        SIS,
        List.of("R-1.level"),
        new Range(-5, 105),
        Voting.ONE_OUT_OF_ONE,
        new Trip(Trip.Side.BELOW, 5),
        Duration.ZERO,
        List.of(element),
        Duration.ZERO,
        Duration.ofSeconds(20));
  }

  private LogicSolver solver(SafetyFunction... functions) {
    return new LogicSolver(
        new Asset.SafetyController(SIS, new ZoneId("sis"), "Solver", SCAN),
        List.of(functions),
        field,
        events::add,
        clock);
  }

  private void scan(LogicSolver solver) {
    solver.scan(new Tick(scans++, SCAN.toNanos()), 0);
  }

  private void scan(LogicSolver solver, double... pressures) {
    for (int i = 0; i < pressures.length; i++) {
      wires.put(PRESSURES.get(i), pressures[i]);
    }
    scan(solver);
  }

  /** Gives an order on a thread of its own, and scans when it waits for that. */
  private Answer order(LogicSolver solver, Supplier<Answer> work) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread person = Thread.ofPlatform().start(() -> answer.complete(work.get()));
    Awaitility.await("the order is given")
        .atMost(5, TimeUnit.SECONDS)
        .until(() -> answer.isDone() || person.getState() == Thread.State.TIMED_WAITING);
    scan(solver);
    return answer.orTimeout(5, TimeUnit.SECONDS).join();
  }

  private List<Kind> kinds() {
    return events.stream().map(SafetyEvent::kind).toList();
  }

  @Test
  void twoOfThreeTripAndTheTripLatchesUntilItIsReset() {
    LogicSolver solver = solver(pressure(Duration.ZERO));
    scan(solver, 2_700, 2_700, 2_960);
    assertThat(wires).containsEntry("R-1.sdv", 1.0);
    scan(solver, 2_700, 2_951, 2_960);
    assertThat(wires).containsEntry("R-1.sdv", 0.0);
    assertThat(kinds()).containsExactly(Kind.DEMAND, Kind.TRIP, Kind.FIRST_OUT);

    assertThat(order(solver, () -> solver.reset("PSHH-1"))).isInstanceOf(Answer.Refused.class);
    scan(solver, 2_700, 2_700, 2_700);
    assertThat(wires).as("latched").containsEntry("R-1.sdv", 0.0);
    assertThat(order(solver, () -> solver.reset("PSHH-1"))).isEqualTo(new Answer.Done());
    assertThat(wires).containsEntry("R-1.sdv", 1.0);
  }

  @Test
  void whatIsToldIsTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      LogicSolver solver = solver(pressure(Duration.ZERO));
      scan(solver, 2_700.5, 2_951, 2_960);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(events.getFirst().text()).isEqualTo("2oo3 above 2950.00: 2700.50 2951.00 2960.00");
  }

  @Test
  void aDemandHasToLastForTheDelay() {
    LogicSolver solver = solver(pressure(Duration.ofMillis(200)));
    scan(solver, 3_000, 3_000, 3_000);
    scan(solver, 3_000, 3_000, 3_000);
    assertThat(solver.tripped("PSHH-1")).isFalse();
    scan(solver, 2_700, 2_700, 2_700);
    scan(solver, 3_000, 3_000, 3_000);
    scan(solver, 3_000, 3_000, 3_000);
    assertThat(solver.tripped("PSHH-1")).as("it began anew").isFalse();
    scan(solver, 3_000, 3_000, 3_000);
    assertThat(solver.tripped("PSHH-1")).isTrue();
  }

  @Test
  void aFailedSensorIsToldAndLosesItsVote() {
    LogicSolver solver = solver(pressure(Duration.ZERO));
    scan(solver, 2_700, 2_700, Double.NaN);
    assertThat(kinds()).containsExactly(Kind.SENSOR_FAILED);
    scan(solver, 2_700, 2_960, 4_001);
    assertThat(solver.tripped("PSHH-1")).as("1oo2 of those that are left").isTrue();
    scan(solver, 2_700, 2_700, 2_700);
    assertThat(kinds()).contains(Kind.SENSOR_BACK);
  }

  @Test
  void onlyTheFirstTripIsTheFirstOut() {
    LogicSolver solver =
        solver(pressure(Duration.ZERO), level(new FinalElement("R-1.drain", 1, 0)));
    wires.put("R-1.level", 50.0);
    scan(solver, 2_960, 2_960, 2_960);
    wires.put("R-1.level", 1.0);
    scan(solver);
    assertThat(events)
        .filteredOn(e -> e.kind() == Kind.FIRST_OUT)
        .extracting(SafetyEvent::subject)
        .containsExactly("PSHH-1");
    assertThat(events)
        .filteredOn(e -> e.kind() == Kind.TRIP)
        .extracting(SafetyEvent::subject)
        .containsExactly("PSHH-1", "LSLL-1");
  }

  @Test
  void aBypassHoldsTheTripBackAndEndsByItself() {
    LogicSolver solver = solver(pressure(Duration.ZERO));
    assertThat(order(solver, () -> solver.bypass("PSHH-1", Duration.ofHours(9))))
        .isInstanceOf(Answer.Refused.class);
    assertThat(order(solver, () -> solver.bypass("PSHH-1", Duration.ofMillis(300))))
        .isEqualTo(new Answer.Done());
    scan(solver, 3_000, 3_000, 3_000);
    assertThat(solver.tripped("PSHH-1")).isFalse();
    scan(solver, 3_000, 3_000, 3_000);
    assertThat(solver.tripped("PSHH-1")).as("the bypass is over").isTrue();
    assertThat(kinds()).contains(Kind.BYPASSED, Kind.BYPASS_ENDED);
  }

  @Test
  void itsProgramIsChangedWithTheKeyInProgramOnly() {
    LogicSolver solver = solver(pressure(Duration.ZERO));
    assertThat(order(solver, () -> solver.change("PSHH-1", 3_900)))
        .isInstanceOf(Answer.Refused.class);
    order(solver, () -> solver.turn(KeySwitch.PROGRAM));
    assertThat(order(solver, () -> solver.change("PSHH-1", 3_900))).isEqualTo(new Answer.Done());
    scan(solver, 3_500, 3_500, 3_500);
    assertThat(solver.tripped("PSHH-1")).isFalse();
    assertThat(kinds()).contains(Kind.REFUSED, Kind.KEY, Kind.CHANGED);

    solver.restore(new Tick(scans, SCAN.toNanos()));
    assertThat(solver.key()).isEqualTo(KeySwitch.RUN);
    scan(solver, 3_500, 3_500, 3_500);
    assertThat(solver.tripped("PSHH-1")).as("with its own limit again").isTrue();
  }

  @Test
  void functionsThatDisagreeAboutWhatIsSafeAreRefused() {
    assertThatThrownBy(
            () -> solver(pressure(Duration.ZERO), level(new FinalElement("R-1.sdv", 0, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LSLL-1: R-1.sdv is safe at 1.0");
  }
}
