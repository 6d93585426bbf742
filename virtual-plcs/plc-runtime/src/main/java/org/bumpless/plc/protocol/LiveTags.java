package org.bumpless.plc.protocol;

import java.util.List;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;

/** A controller's process image as a protocol server sees it. Safe for any number of threads. */
public interface LiveTags {

  /** The tags in the order of the plant file; the index is the slot that the other methods take. */
  List<Tag> tags();

  /** The value after the last finished scan. */
  TagValue read(int slot);

  /**
   * Queues a write; the next scan applies all its changes together, in order, and records the
   * effects.
   *
   * @return false if the queue is full: the server answers busy and nothing is changed
   */
  boolean offer(List<Change> changes);

  /** A change of one tag, worked out by the scan that applies it. */
  sealed interface Change {
    int slot();

    /** Replaces the value. */
    record Set(int slot, TagValue value) implements Change {}

    /**
     * Changes bits of one of the tag's 16-bit words, as Modbus function 22 does: {@code (word &
     * and) | (or & ~and)}.
     *
     * @param word 0 is the first register of the tag
     */
    record MaskWord(int slot, int word, int and, int or) implements Change {}

    /**
     * Replaces one 16-bit word of the tag and leaves the others.
     *
     * @param word 0 is the first register of the tag
     */
    record SetWord(int slot, int word, int value) implements Change {}
  }
}
