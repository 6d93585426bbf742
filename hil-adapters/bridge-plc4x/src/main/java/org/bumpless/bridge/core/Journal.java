package org.bumpless.bridge.core;

import java.io.IOException;
import org.bumpless.plant.model.TagId;

/** The log of all writes to one real controller; what is put down is on the disk on return. */
public interface Journal {

  /** What is put down. */
  enum Act {
    /** The value that the tag had when the bridge was opened. */
    RECORDED,
    /** A write is about to be sent. */
    SENDING,
    /** The same write is about to be sent again, because it did not arrive. */
    REPEATING,
    /** The controller has taken it. */
    DONE,
    /** It did arrive, though its answer did not. */
    FOUND,
    /** The guard or the controller did not take it. */
    REFUSED,
    /** No answer; the tag is read back before anything else is done with it. */
    UNANSWERED,
    /** It was given up. */
    GIVEN_UP,
    /** The recorded value is about to be brought back. */
    REVERTING,
    /** The recorded value is there again. */
    REVERTED
  }

  /**
   * Puts one act down.
   *
   * @param number of the write; 0 for what belongs to none
   * @param value in the tag's unit
   * @param text what else is to be said; may be empty
   * @throws IOException if it is not on the disk
   */
  void put(Act act, long number, TagId tag, double value, String text) throws IOException;
}
