package org.bumpless.features.steps;

import java.time.Duration;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.bench.Stations.Fare;

/** What the stations suffer from something that a scenario breaks: without it nothing is shown. */
final class Harm {
  private static final Duration SHOWS_WITHIN = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Harm() {}

  /**
   * Waits until a station has missed a poll.
   *
   * @param what is broken, for example {@code the product was off}
   * @throws ClaimOpen if none has within a while
   */
  static void await(World world, long sinceNanos, String what) throws InterruptedException {
    long end = sinceNanos + SHOWS_WITHIN.toNanos();
    while (missed(world, sinceNanos) == 0 && world.bench().clock().nanos() < end) {
      world.bench().clock().await(LOOK_AGAIN);
    }
    require(world, sinceNanos, what);
  }

  /**
   * Notes how many polls were missed.
   *
   * @throws ClaimOpen if none was
   */
  static void require(World world, long sinceNanos, String what) {
    long missed = missed(world, sinceNanos);
    world.note("while %s, the stations missed %d polls".formatted(what, missed));
    if (missed == 0) {
      throw new ClaimOpen("no station missed a poll while %s: nothing is shown".formatted(what));
    }
  }

  private static long missed(World world, long sinceNanos) {
    return world.bench().stations().since(sinceNanos).stream().mapToLong(Fare::missed).sum();
  }
}
