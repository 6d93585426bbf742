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
  private final double[] values;
  private volatile TagValue[] published;

  /** All tags with their initial values. */
  ProcessImage(List<Tag> tags) {
    this.tags = tags;
    this.values = new double[tags.size()];
    this.published = initial();
  }

  double get(int slot) {
    return values[slot];
  }

  /** See {@link ProgramImage#set}. */
  void set(int slot, double value) {
    Tag tag = tags.get(slot);
    if (tag.type() == TagType.INT && !fitsInt(value)) {
      throw new IllegalArgumentException(tag.id() + " is INT and cannot take " + value);
    }
    values[slot] = value;
  }

  private static boolean fitsInt(double value) {
    return value == Math.rint(value) && value >= Short.MIN_VALUE && value <= Short.MAX_VALUE;
  }

  /** What the network sees. */
  TagValue read(int slot) {
    return published[slot];
  }

  void publish() {
    TagValue[] next = new TagValue[tags.size()];
    TagValue[] last = published;
    for (int slot = 0; slot < next.length; slot++) {
      double number = values[slot];
      next[slot] =
          last[slot].number() == number ? last[slot] : TagValue.of(tags.get(slot).type(), number);
    }
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
    }
    return initial;
  }
}
