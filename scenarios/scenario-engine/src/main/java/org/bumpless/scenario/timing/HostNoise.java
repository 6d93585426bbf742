package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the host was like while it measured.
 *
 * @param idle share of its processors that nobody used while requests went through the product, 0
 *     to 1; empty where it does not tell
 * @param stolen share that other guests of the same machine took meanwhile, 0 to 1
 * @param wakeUps how late an idle thread woke up in the same seconds
 */
public record HostNoise(OptionalDouble idle, OptionalDouble stolen, Optional<WakeUps> wakeUps) {
  private static final double IDLE_MIN = 0.10;

  /** Of a host that tells nothing. */
  public static final HostNoise UNKNOWN =
      new HostNoise(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  /**
   * Whether so little of the processors was to spare that every product is late, by those that it
   * has not got.
   *
   * @param idle share that nobody used, 0 to 1
   */
  public static boolean saturated(double idle) {
    return idle < IDLE_MIN;
  }

  /** How late an idle thread woke up at a quantile; 0 if nobody looked. */
  long wakeUpNanos(double q) {
    return wakeUps
        .map(late -> q > Quantiles.MEDIAN ? late.p999Nanos() : late.p50Nanos())
        .orElse(0L);
  }

  /**
   * The lateness of a thread that does nothing but wait for moments, scheduled as the measuring
   * threads are: the floor below which no latency can be read (jHiccup, Gil Tene).
   *
   * @param count moments that it waited for
   * @param spread its latenesses, thinned out evenly; sorted
   */
  public record WakeUps(
      int count, long p50Nanos, long p999Nanos, long worstNanos, List<Long> spread) {
    private static final int SPREAD = 400;
    private static final int SUMS = 2_001;

    public WakeUps {
      spread = List.copyOf(spread);
    }

    /** Of one that is nearly always late by its median. */
    public WakeUps(int count, long p50Nanos, long p999Nanos, long worstNanos) {
      this(count, p50Nanos, p999Nanos, worstNanos, List.of(p50Nanos));
    }

    /**
     * What some wake-ups, one behind the other, take together at the median. That is more than so
     * many medians, for a wake-up is seldom much sooner than usual and often much later.
     */
    long together(int wakeUps) {
      RandomGenerator random = new SplittableRandom(wakeUps); // the same samples, the same answer
      long[] sums = new long[SUMS];
      for (int i = 0; i < SUMS; i++) {
        for (int j = 0; j < wakeUps; j++) {
          sums[i] += spread.get(random.nextInt(spread.size()));
        }
      }
      Arrays.sort(sums);
      return sums[SUMS / 2];
    }

    /**
     * From single latenesses.
     *
     * @return empty if there is none
     */
    public static Optional<WakeUps> of(long[] sorted) {
      return sorted.length == 0
          ? Optional.empty()
          : Optional.of(
              new WakeUps(
                  sorted.length,
                  Quantiles.at(sorted, Quantiles.MEDIAN),
                  Quantiles.at(sorted, Quantiles.TAIL),
                  sorted[sorted.length - 1],
                  IntStream.range(0, Math.min(SPREAD, sorted.length))
                      .mapToObj(i -> sorted[middle(i, sorted.length)])
                      .toList()));
    }

    /** The middle of one of as many equal parts as are kept. */
    private static int middle(int part, int count) {
      int parts = Math.min(SPREAD, count);
      return (int) ((2L * part + 1) * count / (2L * parts));
    }
  }
}
