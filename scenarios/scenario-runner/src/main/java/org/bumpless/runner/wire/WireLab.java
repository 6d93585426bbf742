package org.bumpless.runner.wire;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.wire.Transits.Transit;
import org.bumpless.runner.wire.Transits.UnmatchedException;
import org.bumpless.scenario.timing.LatencyFinding;

/** Sees measured requests pass the product. */
public final class WireLab {
  private final Wire wire;
  private final Ends ends;
  private final NanoClock clock;

  public WireLab(Wire wire, Ends ends, NanoClock clock) {
    this.wire = wire;
    this.ends = ends;
    this.clock = clock;
  }

  /** Where the two sides of the product are. */
  public interface Ends {
    /** What the client of a flow dials. */
    InetSocketAddress door(Flow flow);

    /** What the product dials for it. */
    InetSocketAddress server(Flow flow);
  }

  /** Listens from now on to connections that are yet to be opened for a flow. */
  public Listening listen(Flow flow) {
    WireMeter meter = new WireMeter(ends.door(flow), ends.server(flow));
    return new Listening(meter, Watching.of(wire, meter));
  }

  /** What is seen until it is closed. */
  public final class Listening implements AutoCloseable {
    private final WireMeter meter;
    private final Watching watching;
    private long fromEpochNanos;

    private Listening(WireMeter meter, Watching watching) {
      this.meter = meter;
      this.watching = watching;
    }

    /** Only requests from now on are measured; what was before is warming up. */
    public void begin() {
      fromEpochNanos = EpochNanos.of(clock.instant());
    }

    /**
     * Waits until everything that has passed by now has been heard.
     *
     * @return why something may be missing, if it may
     */
    Optional<String> settle() throws InterruptedException {
      return watching.settle();
    }

    /** All requests so far; none as long as one is seen on one side of the product only. */
    List<Transit> seen() {
      try {
        return meter.transits(0).stream().flatMap(List::stream).toList();
      } catch (UnmatchedException _) {
        return List.of(); // the other side may still be to come
      }
    }

    /** Adds what was seen of the measured requests. */
    public LatencyFinding complete(LatencyFinding finding) throws InterruptedException {
      Optional<String> lack = watching.settle();
      if (lack.isPresent()) {
        return finding.unseen(lack.get());
      }
      try {
        List<Transit> measured =
            Transits.operations(meter.transits(fromEpochNanos), finding.plan().requestsPerArm())
                .stream()
                .sorted(Comparator.comparingLong(Transit::beginNanos))
                .toList();
        return finding.seen(
            measured.stream().mapToLong(Transit::nanos).toArray(),
            Math.toIntExact(measured.stream().filter(Transit::sameBytes).count()));
      } catch (UnmatchedException e) {
        return finding.unseen("the two sides of the product cannot be matched: " + e.getMessage());
      }
    }

    @Override
    public void close() {
      watching.close();
    }
  }
}
