package org.bumpless.scenario.timing;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Whether the instrument reads a delay that it knows, in the same seconds in which it measures the
 * product: the difference at the median between a relay that delays and one that does not.
 *
 * @param injected what the delaying relay added to each operation
 * @param read what the instrument read of it
 * @param bias what the null control differs by
 * @param wakeUpsNanos what the wake-ups of an operation take together on this host: a delay lets
 *     the processors behind it fall asleep, so the two threads that pass an answer on wake up that
 *     much later than without one
 */
public record SelfTest(Injected injected, Interval read, long bias, long wakeUpsNanos) {
  /** Of one millisecond and more: 20 us and 1 % each time (DESIGN section 8). */
  private static final long ALLOWED_NANOS = 20_000;

  private static final long ALLOWED_PART = 100;

  /** The server's, and the client's. */
  private static final int WAKE_UPS = 2;

  static SelfTest of(
      Samples relay,
      Samples delaying,
      Injected injected,
      long bias,
      HostNoise host,
      double tail,
      RandomGenerator random) {
    return new SelfTest(
        injected,
        Quantiles.difference(relay, delaying, Quantiles.MEDIAN, tail, random),
        bias,
        host.wakeUps().map(its -> its.together(WAKE_UPS * injected.times())).orElse(0L));
  }

  /** What was read, as far as the null control lets it be known. */
  public Interval recovered() {
    return read.widened(bias);
  }

  /** How far the instrument may be off. */
  public long allowedNanos() {
    return injected.times() * ALLOWED_NANOS + wakeUpsNanos + injected.nanos() / ALLOWED_PART;
  }

  /**
   * Whether what was read agrees with what was injected. An interval so wide that there might have
   * been no delay at all agrees with everything and shows nothing.
   */
  public boolean sound() {
    return read.low() > 0
        && recovered().low() <= injected.nanos() + allowedNanos()
        && recovered().high() >= injected.nanos() - allowedNanos();
  }

  /** For people. */
  public String told() {
    return String.format(
        Locale.ROOT,
        "%s injected, %s read (%s to %s)",
        LatencyJudge.millis(injected.nanos()),
        LatencyJudge.millis(recovered().value()),
        LatencyJudge.millis(recovered().low()),
        LatencyJudge.millis(recovered().high()));
  }
}
