package org.bumpless.bridge.core;

import java.util.List;
import org.bumpless.plant.model.BridgeSpec.Point;

/**
 * The connection to one real controller, with a time limit on everything. Values are raw: as the
 * controller keeps them, a bit as 0 or 1. Used by one thread.
 */
public interface Wire extends AutoCloseable {

  /** What the controller says about one tag. */
  sealed interface Answer {
    record Value(double raw) implements Answer {}

    /**
     * It does not give this one.
     *
     * @param why in its own words
     */
    record Refused(String why) implements Answer {}
  }

  /** Connects anew; what was connected before is let go. */
  void connect() throws WireException;

  /** Reads some tags in one exchange; one answer for each, in order. */
  List<Answer> read(List<Point> points) throws WireException;

  /**
   * Writes one tag and waits for the controller's answer.
   *
   * @throws WireException whether the controller has answered decides what is known of the write
   */
  void write(Point point, double raw) throws WireException;

  /** Whether the controller keeps this one as a whole number. */
  boolean whole(Point point);

  /** Lets the connection go; never throws. */
  @Override
  void close();
}
