package org.bumpless.runner.way;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.wire.Watching;
import org.bumpless.runner.wire.Wire;

/** Looks at the product's legs while somebody does something. */
final class Legs {
  /** A packet crosses the bench in far less than a millisecond, or not at all. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  private final Wire wire;
  private final NanoClock clock;

  Legs(Wire wire, NanoClock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** What is done meanwhile. */
  interface Deed {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Lets a sink hear all that passes during a deed and a while after it.
   *
   * @throws IOException if not all was heard
   */
  void watch(FrameSink sink, Deed deed) throws IOException, InterruptedException {
    try (Watching watching = Watching.of(wire, sink)) {
      deed.run();
      clock.await(PATIENCE);
      Optional<String> lack = watching.settle();
      if (lack.isPresent()) {
        throw new IOException(lack.get());
      }
    }
  }
}
