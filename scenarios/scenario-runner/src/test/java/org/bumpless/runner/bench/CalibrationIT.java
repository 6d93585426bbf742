package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.model.Budget;
import org.bumpless.runner.bench.CalibrationRig.Measured;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Misses;
import org.bumpless.scenario.timing.Quantiles;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.SelfTest;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real measurements of relays of which it is known what they do: a delay is read back as it was or
 * the run says that it cannot tell, and no verdict is wrong, on whatever host this runs.
 */
@Timeout(600)
class CalibrationIT {
  private static final int REPEATS = 4;

  /** Three looks are what p99.9 needs. */
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofMillis(500), Duration.ofMillis(100), 2_500);

  /** So slow a product is asked less often than the instrument has connections for. */
  private static final LatencyPlan SLOW =
      new LatencyPlan(Duration.ofSeconds(1), Duration.ofMillis(250), 250);

  /** What is seldom takes long to be certain of. */
  private static final LatencyPlan LONG =
      new LatencyPlan(Duration.ofSeconds(3), Duration.ofMillis(500), 1_250);

  /** As often as an echo bears it, in blocks so short that the host drifts little in between. */
  private static final LatencyPlan NULL_CONTROL =
      new LatencyPlan(Duration.ofSeconds(20), Duration.ofMillis(50), 2_500);

  /** What DESIGN section 8 allows direct against direct' to differ by, at the median. */
  private static final long NULL_ERROR_NANOS = 2_000;

  /** More than a relay that keeps nothing takes on any host on which one measures. */
  private static final Duration RELAY = Duration.ofMillis(2);

  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private static CalibrationRig rig;

  @BeforeAll
  static void wire() throws Exception {
    rig = new CalibrationRig();
  }

  @AfterAll
  static void unwire() {
    rig.close();
  }

  static Stream<Arguments> delays() {
    return Stream.of(50, 200, 1_000, 5_000, 50_000)
        .flatMap(
            micros -> IntStream.range(0, REPEATS).mapToObj(repeat -> Arguments.of(micros, repeat)));
  }

  @ParameterizedTest(name = "{0} us, repeat {1}")
  @MethodSource("delays")
  void aKnownDelayIsReadBackOrLeftOpen(int micros, int repeat) throws Exception {
    neverWrong(micros, repeat);
  }

  @ParameterizedTest(name = "{0} us beside a busy processor")
  @MethodSource("delaysBesideABusyProcessor")
  void besideABusyProcessorNoVerdictIsWrong(int micros) throws Exception {
    Process busy = new ProcessBuilder("timeout", "120", "sh", "-c", "while :; do :; done").start();
    try {
      neverWrong(micros, REPEATS);
    } finally {
      busy.descendants().forEach(ProcessHandle::destroy);
      busy.destroy();
      assertThat(busy.waitFor(10, TimeUnit.SECONDS)).as("the busy process has ended").isTrue();
    }
  }

  static Stream<Integer> delaysBesideABusyProcessor() {
    return Stream.of(200, 1_000, 5_000);
  }

  /** A host that is busy elsewhere makes the interval longer, not wrong. */
  @Test
  void directAgainstDirectDiffersByNothingThatCanBeTold() throws Exception {
    Measured measured =
        rig.measure(
            NULL_CONTROL, budget(Duration.ofMillis(50), Duration.ofMillis(500)), request -> 0, 5);

    Interval error = figure(measured.finding(), "p50").noise();
    System.out.printf(
        Locale.ROOT,
        "calibration: direct against direct' at the median: %+.2f us, between %+.2f us and %+.2f us; %d requests each%n",
        error.value() / (double) MICRO,
        error.low() / (double) MICRO,
        error.high() / (double) MICRO,
        measured.finding().samples().getOrDefault(Arm.DIRECT, Samples.NONE).count());
    assertThat(error.claimed()).isTrue();
    assertThat(error.low()).as("lower end").isLessThanOrEqualTo(NULL_ERROR_NANOS);
    assertThat(error.high()).as("upper end").isGreaterThanOrEqualTo(-NULL_ERROR_NANOS);
  }

  @Test
  void aProductThatDelaysOneRequestInFiveHundredIsCaughtInTheTail() throws Exception {
    Duration late = Duration.ofMillis(30);

    Measured measured =
        rig.measure(
            LONG,
            budget(Duration.ofMillis(5), Duration.ofMillis(18)),
            request -> request % 500 == 499 ? late.toNanos() : 0,
            1);

    Figure tail = figure(measured.finding(), "p99.9");
    tell("0.2 % by 30 ms", measured);
    assertThat(tail.absolute().value()).isGreaterThanOrEqualTo(late.toNanos());
    assertThat(tail.verdict()).isNotInstanceOf(Verdict.Pass.class);
    assertThat(figure(measured.finding(), "p50").added().value()).isLessThan(5 * MILLI);
    assertThat(measured.finding().observed().jitter().product().value()).isGreaterThan(25 * MILLI);
  }

  @Test
  void oneStallIsARunOfMissesWithItsWallClockTime() throws Exception {
    Duration stall = Duration.ofMillis(400);
    CompletableFuture<Instant> stalling = new CompletableFuture<>();
    AtomicLong until = new AtomicLong();

    Measured measured =
        rig.measure(
            PLAN,
            budget(Duration.ofMillis(5), Duration.ofMillis(50)),
            request -> {
              if (request == PLAN.requestsPerArm() * 3L) {
                stalling.complete(Instant.now());
                until.set(System.nanoTime() + stall.toNanos());
              }
              return Math.max(0, until.get() - System.nanoTime());
            },
            2);

    tell("one stall of 400 ms", measured);
    Instant stalled = stalling.getNow(Instant.MAX);
    Misses misses = measured.finding().observed().misses();
    Misses.Run run = misses.longest().orElseThrow();
    assertThat(run.length()).isGreaterThan(misses.deadline());
    assertThat(run.from()).isBetween(stalled.minusMillis(250), stalled.plusMillis(150));
    assertThat(run.to()).isAfterOrEqualTo(stalled.plus(stall).minusMillis(20));
    assertThat(measured.finding().verdict()).isNotInstanceOf(Verdict.Pass.class);
  }

  private static void neverWrong(int micros, int repeat) throws Exception {
    Duration delay = Duration.ofNanos(micros * MICRO);
    LatencyPlan plan = micros > 20_000 ? SLOW : PLAN;
    Duration kept = delay.multipliedBy(2).plus(RELAY);
    Duration broken = delay.dividedBy(2);

    Measured measured =
        rig.measure(plan, budget(kept, kept), request -> delay.toNanos(), micros + repeat);

    LatencyFinding good = measured.finding();
    LatencyFinding bad = CalibrationRig.judgedBy(budget(broken, broken), good, micros + repeat);
    tell(micros + " us", measured);
    assertThat(good.figures())
        .extracting(Figure::verdict)
        .as("inside its budget")
        .noneMatch(Verdict.Fail.class::isInstance);
    assertThat(bad.figures())
        .extracting(Figure::verdict)
        .as("beyond its budget")
        .noneMatch(Verdict.Pass.class::isInstance);
    if (!(good.verdict() instanceof Verdict.Inconclusive)) {
      SelfTest read = readBack(measured);
      assertThat(read.sound()).as(read.told()).isTrue();
    }
  }

  /** What the instrument reads of the delay, by the accuracy that it claims for itself. */
  private static SelfTest readBack(Measured measured) {
    Map<Arm, Samples> samples = measured.finding().samples();
    Interval read =
        Quantiles.difference(
            samples.getOrDefault(Arm.NULL_RELAY, Samples.NONE),
            samples.getOrDefault(Arm.PRODUCT, Samples.NONE),
            0.5,
            0.025,
            new SplittableRandom(3));
    return new SelfTest(
        measured.injected(),
        read,
        figure(measured.finding(), "p50").noise().value(),
        measured.finding().selfTest().wakeUpsNanos());
  }

  private static Budget budget(Duration p50, Duration p999) {
    return new Budget(p50, p999, Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  private static Figure figure(LatencyFinding finding, String name) {
    return finding.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static void tell(String what, Measured measured) {
    System.out.printf(
        Locale.ROOT,
        "calibration: %s: %s; the product by the same rule: %s%n",
        what,
        measured.finding().verdict(),
        readBack(measured).told());
  }
}
