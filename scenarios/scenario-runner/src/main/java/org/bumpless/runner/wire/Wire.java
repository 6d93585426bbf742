package org.bumpless.runner.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;

/** The tap at the product's legs, and who listens to it at the time. */
public final class Wire implements AutoCloseable {
  private final List<FrameSink> listeners;
  private final Tap tap;
  private final NanoClock clock;

  /** A tap that tells listeners. */
  Wire(List<FrameSink> listeners, Tap tap, NanoClock clock) {
    this.listeners = listeners;
    this.tap = tap;
    this.clock = clock;
  }

  /**
   * Taps a fabric.
   *
   * @return empty if it has no wire, or no product stands in it
   * @throws IOException if the host refuses
   */
  public static Optional<Wire> of(Fabric fabric, NanoClock clock)
      throws IOException, InterruptedException {
    List<FrameSink> listeners = new CopyOnWriteArrayList<>();
    return fabric.tap(frame -> tell(listeners, frame)).map(tap -> new Wire(listeners, tap, clock));
  }

  private static void tell(List<FrameSink> listeners, Frame frame) {
    for (FrameSink listener : listeners) {
      listener.frame(frame);
    }
  }

  List<Tap.Leg> legs() {
    return tap.legs();
  }

  void listen(FrameSink listener) {
    listeners.add(listener);
  }

  /** Ends what {@link #listen} began. */
  void leave(FrameSink listener) {
    listeners.remove(listener);
  }

  /**
   * Waits until everything that has passed by now has been handed over.
   *
   * @return why something may be missing, if it may
   */
  Optional<String> settle() throws InterruptedException {
    boolean settled = tap.settle(clock);
    return tap.failure()
        .or(
            () ->
                settled
                    ? Optional.empty()
                    : Optional.of("the tap at the product's legs stood still"));
  }

  Tap.Counts counts() {
    return tap.counts();
  }

  @Override
  public void close() {
    tap.close();
  }
}
