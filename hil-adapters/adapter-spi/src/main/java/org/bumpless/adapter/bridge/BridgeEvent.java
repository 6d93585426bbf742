package org.bumpless.adapter.bridge;

import org.bumpless.plant.model.AssetId;

/**
 * Something happened between the bench and a real controller.
 *
 * @param text for people, one line
 */
public record BridgeEvent(AssetId controller, Kind kind, String text) {
  /** What happened. */
  public enum Kind {
    /** The connection is gone, or an exchange got no answer. */
    LOST,
    /** The connection is back. */
    BACK,
    /** A write took hold in the real controller. */
    WRITTEN,
    /** The guard did not let a write through, or the real controller did not take it. */
    REFUSED,
    /** Nobody knows whether a write took hold. */
    UNKNOWN,
    /** The recorded values are in the real controller again, or could not be brought back. */
    REVERTED,
    /** The bridge itself has ended before its time. */
    ENDED
  }
}
