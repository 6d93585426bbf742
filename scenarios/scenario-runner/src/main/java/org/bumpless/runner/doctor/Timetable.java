package org.bumpless.runner.doctor;

import java.time.Duration;
import java.util.Locale;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.timing.LatencyPlan;

/** The half minute that somebody waits for an answer, and how it is shared out. */
public final class Timetable {
  private static final Duration PROMISED = Duration.ofSeconds(30);

  /**
   * For the start of the JVM before, and for what follows the arms: probing, set-ups, a look at the
   * wire, stopping the plant.
   */
  private static final Duration FOR_THE_REST = Duration.ofSeconds(4);

  /** With less there would be nothing to say. */
  private static final Duration PER_ARM_MIN = Duration.ofSeconds(2);

  /** More is not needed to claim what budgets are about. */
  private static final Duration PER_ARM_MAX = Duration.ofSeconds(6);

  private static final double MILLIS_PER_SECOND = 1000;
  private static final long TENTH_MILLIS = 100;

  private final NanoClock clock;
  private final long begin;

  /** Begins. */
  public Timetable(NanoClock clock) {
    this.clock = clock;
    this.begin = clock.nanos();
  }

  /**
   * What the time went to.
   *
   * @param start until the plant was up
   * @param measurement until all was measured, warming up included
   */
  public record Spent(Duration start, Duration measurement) {}

  /** Since it began. */
  public Duration passed() {
    return Duration.ofNanos(clock.nanos() - begin);
  }

  /** What of a plan there is time for now; whole blocks. */
  LatencyPlan fitting(LatencyPlan full, int arms) {
    Duration left = PROMISED.minus(FOR_THE_REST).minus(passed()).dividedBy(arms);
    Duration most = shorter(PER_ARM_MAX, full.perArm());
    Duration perArm = shorter(most, longer(left, PER_ARM_MIN));
    long blocks = Math.max(1, perArm.toNanos() / full.block().toNanos());
    return new LatencyPlan(full.block().multipliedBy(blocks), full.block(), full.rateHz());
  }

  /** How the time was shared out, for people. */
  public String told(Spent spent) {
    long start = tenths(spent.start());
    long measurement = tenths(spent.measurement());
    long all = Math.max(tenths(passed()), start + measurement);
    return String.format(
        Locale.ROOT,
        "Examined in %.1f s: %.1f s to start the plant, %.1f s to measure, %.1f s for the rest.",
        seconds(all),
        seconds(start),
        seconds(measurement),
        seconds(all - start - measurement));
  }

  private static long tenths(Duration length) {
    return Math.round((double) length.toMillis() / TENTH_MILLIS);
  }

  private static double seconds(long tenths) {
    return tenths * TENTH_MILLIS / MILLIS_PER_SECOND;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
