package org.bumpless.runner.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.wire.Transits.Transit;
import org.bumpless.scenario.bench.Session;

/** Whether the tap at the product's place sees a request that somebody makes. */
public sealed interface Sight {
  /** For so long a frame is waited for. */
  Duration AT_MOST = Duration.ofSeconds(2);

  /** Between two looks at what the tap has. */
  Duration EVERY = Duration.ofMillis(50);

  /**
   * It does.
   *
   * @param sentNanos when the request was made, on the wall clock of this JVM, since 1970
   * @param stampedNanos when it came to the product's place, by the kernel's stamp
   * @param doneNanos when its answer had been read, on the wall clock of this JVM
   */
  record Seen(long sentNanos, long stampedNanos, long doneNanos) implements Sight {}

  /** It does not. */
  record Unseen(String why) implements Sight {}

  /**
   * Makes one request on a connection that is opened for it.
   *
   * @param session through the product's place, not connected yet; belongs to this method
   */
  static Sight of(WireLab lab, Flow flow, Session session, Operation request, NanoClock clock)
      throws InterruptedException {
    try (WireLab.Listening listening = lab.listen(flow);
        session) {
      var _ = session.connect();
      Instant sent = clock.instant();
      if (!(session.perform(request) instanceof Outcome.Answered)) {
        return new Unseen("the request got no answer");
      }
      long sentNanos = EpochNanos.of(sent);
      long doneNanos = EpochNanos.of(clock.instant());
      long end = clock.nanos() + AT_MOST.toNanos();
      while (true) {
        Optional<String> lack = listening.settle();
        if (lack.isPresent()) {
          return new Unseen(lack.get());
        }
        Optional<Transit> seen = first(listening.seen(), sentNanos);
        if (seen.isPresent()) {
          return new Seen(sentNanos, seen.get().beginNanos(), doneNanos);
        }
        if (clock.nanos() >= end) {
          return new Unseen("no frame of a request was seen within " + AT_MOST.toSeconds() + " s");
        }
        clock.await(EVERY);
      }
    }
  }

  /** The request itself; where the clocks disagree, the last that there was. */
  private static Optional<Transit> first(List<Transit> seen, long sentNanos) {
    return seen.stream()
        .filter(transit -> transit.beginNanos() >= sentNanos)
        .findFirst()
        .or(() -> seen.stream().reduce((before, last) -> last));
  }
}
