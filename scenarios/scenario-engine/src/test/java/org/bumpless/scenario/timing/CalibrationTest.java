package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Delays that are known, under noises that are known: 200 measurements, each judged against a
 * budget that the product keeps and one that it does not. No verdict may be wrong, and no figure
 * that is not doubted may miss the delay by more than the instrument's accuracy.
 */
class CalibrationTest {
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625);
  private static final int SEEDS = 40;
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final List<Noise> NOISES = List.of(Noise.values());
  private static final List<Arm> ARMS = List.of(Arm.values());

  /** What a host does to requests. */
  private enum Noise {
    QUIET,
    /** Some are very late, without a largest. */
    HEAVY,
    /** The host becomes slower and slower. */
    DRIFTING,
    /** It has two speeds. */
    BIMODAL,
    /** It stands still once, for 200 ms, in one block of one arm. */
    STALLED;

    /** What a request takes without any product. */
    long nanos(int block, SplittableRandom random) {
      long usual = 200 * MICRO + (long) (20 * MICRO * -Math.log(1 - random.nextDouble()));
      return switch (this) {
        case QUIET, STALLED -> usual;
        case HEAVY -> usual + (long) (30 * MICRO / Math.pow(1 - random.nextDouble(), 0.6));
        case DRIFTING -> usual + 50 * MICRO * block;
        case BIMODAL -> usual + (random.nextInt(10) < 3 ? 400 * MICRO : 0);
      };
    }
  }

  @ParameterizedTest(name = "{0} us")
  @CsvSource({"50, false", "200, false", "1000, false", "5000, true", "50000, true"})
  void aKnownDelayIsNeverJudgedWrongly(long micros, boolean decidedOnAQuietHost) {
    long delay = micros * MICRO;
    for (int seed = 0; seed < SEEDS; seed++) {
      Noise noise = NOISES.get(seed % NOISES.size());
      Taken taken = taken(noise, delay, new SplittableRandom(seed));
      String which = "%s, seed %d".formatted(noise, seed);

      LatencyFinding kept = judge(taken, 2 * delay);
      LatencyFinding broken = judge(taken, delay / 2);

      assertThat(kept.verdict()).as(which).isNotInstanceOf(Verdict.Fail.class);
      assertThat(broken.verdict()).as(which).isNotInstanceOf(Verdict.Pass.class);
      assertRecovered(kept, delay, which);
      assertRecovered(broken, delay, which);
      if (decidedOnAQuietHost && noise == Noise.QUIET) {
        assertThat(kept.verdict()).as(which).isEqualTo(new Verdict.Pass());
        assertThat(broken.verdict()).as(which).isInstanceOf(Verdict.Fail.class);
      }
    }
  }

  private static void assertRecovered(LatencyFinding finding, long delay, String which) {
    Figure median = finding.figures().getFirst();
    if (!(finding.verdict() instanceof Verdict.Inconclusive)) {
      long allowed = delay < MILLI ? 3 * MICRO : 20 * MICRO + delay / 100;
      assertThat(median.added().low()).as(which).isLessThanOrEqualTo(delay + allowed);
      assertThat(median.added().high()).as(which).isGreaterThanOrEqualTo(delay - allowed);
      assertThat(median.added().value()).as(which).isBetween(delay - allowed, delay + allowed);
    }
  }

  private static Taken taken(Noise noise, long delay, SplittableRandom random) {
    Arm stalled = ARMS.get(random.nextInt(ARMS.size()));
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      long added =
          switch (arm) {
            case DIRECT, DIRECT_AGAIN -> 0;
            case PRODUCT -> delay;
            case NULL_RELAY -> 100 * MICRO;
            case DELAYING_RELAY -> 100 * MICRO + MILLI;
          };
      samples.put(
          arm,
          samples(noise, PLAN.of(arm), added, noise == Noise.STALLED && arm == stalled, random));
    }
    return new Taken(samples, new Injected(MILLI, 1), HostNoise.UNKNOWN);
  }

  private static Samples samples(
      Noise noise, LatencyPlan plan, long added, boolean stalls, SplittableRandom random) {
    int stalledBlock = stalls ? random.nextInt(plan.blocksPerArm()) : -1;
    long period = Duration.ofSeconds(1).toNanos() / plan.rateHz();
    List<long[]> blocks = new ArrayList<>();
    for (int block = 0; block < plan.blocksPerArm(); block++) {
      long[] nanos = new long[plan.requestsPerBlock()];
      for (int i = 0; i < nanos.length; i++) {
        long left = 200 * MILLI - i * period;
        nanos[i] =
            noise.nanos(block, random) + added + (block == stalledBlock ? Math.max(0, left) : 0);
      }
      blocks.add(nanos);
    }
    return new Samples(blocks);
  }

  private static LatencyFinding judge(Taken taken, long budgetNanos) {
    Duration budget = Duration.ofNanos(budgetNanos);
    return LatencyJudge.judge(
        new Target(
            "a known delay",
            new ConduitId("calibration"),
            "virtual",
            new Budget(budget, budget, Duration.ofSeconds(1), Duration.ofSeconds(5)),
            Duration.ofMillis(250)),
        PLAN,
        taken,
        new SplittableRandom(budgetNanos));
  }
}
