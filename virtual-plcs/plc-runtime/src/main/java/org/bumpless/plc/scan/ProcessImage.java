package org.bumpless.plc.scan;

import java.util.List;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/**
 * The tags of a controller: as numbers for its program, and as a snapshot for the network that is
 * published whole at the end of a scan. Written by the scan thread, read by any.
 */
final class ProcessImage {
  private final List<Tag> tags;
  private final boolean[] whole;
  private final double[] values;
  private final double[] shown;
  private boolean changed;
  private volatile TagValue[] published;

  /** All tags with their initial values. */
  ProcessImage(List<Tag> tags) {
    this.tags = tags;
    this.whole = new boolean[tags.size()];
    for (int slot = 0; slot < whole.length; slot++) {
      whole[slot] = tags.get(slot).type() == TagType.INT;
    }
    this.values = new double[tags.size()];
    this.shown = new double[tags.size()];
    this.published = initial();
  }

  double get(int slot) {
    return values[slot];
  }

  /** See {@link ProgramImage#set}. */
  void set(int slot, double value) {
    if (value != values[slot]) {
      requireFit(slot, value);
      changed = true;
    }
    values[slot] = value; // even so: 0 and -0 are equal
  }

  private void requireFit(int slot, double value) {
    if (whole[slot] && value != (short) value) {
      throw new IllegalArgumentException(tags.get(slot).id() + " is INT and cannot take " + value);
    }
  }

  /** What the network sees. */
  TagValue read(int slot) {
    return published[slot];
  }

  void publish() {
    if (!changed) {
      return;
    }
    TagValue[] next = published.clone();
    for (int slot = 0; slot < next.length; slot++) {
      if (shown[slot] != values[slot]) {
        shown[slot] = values[slot];
        next[slot] = TagValue.of(tags.get(slot).type(), values[slot]);
      }
    }
    changed = false;
    published = next;
  }

  void restore() {
    published = initial();
  }

  private TagValue[] initial() {
    TagValue[] initial = new TagValue[tags.size()];
    for (int slot = 0; slot < initial.length; slot++) {
      initial[slot] = tags.get(slot).initial();
      values[slot] = initial[slot].number();
      shown[slot] = values[slot];
    }
    changed = false;
    return initial;
  }
}
