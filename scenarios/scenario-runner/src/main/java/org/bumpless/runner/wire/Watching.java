package org.bumpless.runner.wire;

import java.util.Optional;
import org.bumpless.plant.network.tap.FrameSink;

/** Somebody listens at the product's legs, and wants to know whether all was heard. */
public final class Watching implements AutoCloseable {
  private final Wire wire;
  private final FrameSink sink;
  private final long droppedBefore;

  private Watching(Wire wire, FrameSink sink) {
    this.wire = wire;
    this.sink = sink;
    this.droppedBefore = wire.counts().dropped();
  }

  /** Begins to listen. */
  public static Watching of(Wire wire, FrameSink sink) {
    Watching watching = new Watching(wire, sink);
    wire.listen(sink);
    return watching;
  }

  /**
   * Waits until everything that has passed by now has been heard.
   *
   * @return why something may be missing, if it may
   */
  public Optional<String> settle() throws InterruptedException {
    Optional<String> lack = wire.settle();
    if (lack.isPresent()) {
      return lack;
    }
    long dropped = wire.counts().dropped() - droppedBefore;
    return dropped > 0
        ? Optional.of("the tap had no room for %d frames".formatted(dropped))
        : Optional.empty();
  }

  @Override
  public void close() {
    wire.leave(sink);
  }
}
