package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Session;

/**
 * Asks the same again and again, as a session is asked that is to be revoked: the moment at which
 * it is stopped is known no finer than the time between the ends of two such probes.
 */
final class ProbeLoop {
  static final Duration PERIOD = Duration.ofMillis(10);

  private final NanoClock clock;

  ProbeLoop(NanoClock clock) {
    this.clock = clock;
  }

  /**
   * What a loop resolves.
   *
   * @param gapNanos from the end of each answered probe to that of the next
   * @param unanswered probes
   */
  record Probed(List<Long> gapNanos, int unanswered) {
    Probed {
      gapNanos = List.copyOf(gapNanos);
    }
  }

  /** Probes for a while; a probe that was held up is not made up for. */
  Probed run(Session session, Operation request, Duration length) throws InterruptedException {
    List<Long> gaps = new ArrayList<>();
    int unanswered = session.perform(request) instanceof Outcome.Answered ? 0 : 1;
    long ended = clock.nanos();
    long last = ended + length.toNanos();
    for (long due = ended + PERIOD.toNanos();
        due <= last;
        due = Math.max(due + PERIOD.toNanos(), clock.nanos())) {
      clock.awaitUntil(due);
      if (session.perform(request) instanceof Outcome.Answered) {
        long now = clock.nanos();
        gaps.add(now - ended);
        ended = now;
      } else {
        unanswered++;
      }
    }
    return new Probed(gaps, unanswered);
  }
}
