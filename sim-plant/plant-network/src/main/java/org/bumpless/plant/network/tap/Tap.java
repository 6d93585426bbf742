package org.bumpless.plant.network.tap;

import java.util.List;
import java.util.Optional;
import org.bumpless.plant.time.NanoClock;

/** Sees every frame at the product's legs until it is closed; is in nobody's way. */
public interface Tap extends AutoCloseable {

  /** The legs, in the order of their numbers. */
  List<Leg> legs();

  /**
   * Waits until everything that has passed by now has been handed over.
   *
   * @return whether it has; not if the tap has failed, is closed, or the host stands still
   */
  boolean settle(NanoClock clock) throws InterruptedException;

  /** What was seen and what was not, since the tap was opened. */
  Counts counts();

  /** Why it sees nothing any more; empty while it does. */
  Optional<String> failure();

  @Override
  void close();

  /**
   * Where frames are seen.
   *
   * @param device name of the interface, after the zone that it leads to
   * @param network that zone's addresses
   */
  record Leg(String device, String network) {}

  /**
   * How complete a tap is.
   *
   * @param seen frames handed over
   * @param dropped frames that passed while there was no room for them
   */
  record Counts(long seen, long dropped) {}
}
