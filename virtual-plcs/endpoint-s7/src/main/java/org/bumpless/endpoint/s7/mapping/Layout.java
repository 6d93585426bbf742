package org.bumpless.endpoint.s7.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bumpless.endpoint.s7.codec.Range;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.S7Address.Area;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.protocol.TagWords;

/**
 * Where the tags of a controller lie in its memory areas; fixed for the life of the server. An area
 * reaches as far as its last tag; bytes between tags are zero and cannot be written.
 */
public final class Layout {
  private final Map<Place, List<Placed>> areas = new HashMap<>();

  private record Place(Area area, int block) {}

  /** A tag with what it covers. */
  private record Placed(int slot, Tag tag, S7Address at) {
    int bytes() {
      return Math.max(1, 2 * TagWords.count(tag.type()) * (at.single() ? 0 : 1));
    }

    int end() {
      return at.offset() + bytes();
    }

    boolean within(Range range) {
      boolean overlaps = at.offset() < range.offset() + range.bytes() && range.offset() < end();
      return overlaps && (!range.single() || !at.single() || range.bit() == at.bit());
    }
  }

  /** Lays out the tags that have an address. */
  public Layout(List<Tag> tags) {
    for (int slot = 0; slot < tags.size(); slot++) {
      Tag tag = tags.get(slot);
      int number = slot;
      tag.s7()
          .ifPresent(
              at ->
                  areas
                      .computeIfAbsent(new Place(at.area(), at.block()), key -> new ArrayList<>())
                      .add(new Placed(number, tag, at)));
    }
  }

  /** Whether there are so many bytes. */
  public boolean exists(Range range) {
    int end = placed(range).stream().mapToInt(Placed::end).max().orElse(0);
    return range.offset() + range.bytes() <= end + end % 2;
  }

  /** The tags that a range touches. */
  public List<TagId> touched(Range range) {
    return within(range).stream().map(its -> its.tag().id()).toList();
  }

  /** What stands in a range that exists. */
  public byte[] read(Range range, IntFunction<TagValue> values) {
    byte[] bytes = new byte[range.bytes()];
    for (Placed placed : within(range)) {
      byte[] own = bytes(values.apply(placed.slot()));
      for (int i = 0; i < own.length; i++) {
        int at = placed.at().offset() + i - range.offset();
        if (at >= 0 && at < bytes.length) {
          bytes[at] |= placed.at().single() ? bit(own[0], placed, range) : own[i];
        }
      }
    }
    return bytes;
  }

  private static byte bit(byte value, Placed placed, Range range) {
    return (byte) (range.single() ? value : value << placed.at().bit());
  }

  /**
   * The changes that a write makes.
   *
   * @param bytes as many as the range has
   * @return empty if no tag lies there
   */
  public Optional<List<Change>> write(Range range, byte[] bytes, IntFunction<TagValue> values) {
    List<Placed> hit = within(range);
    if (hit.isEmpty() || range.single() && hit.stream().noneMatch(its -> its.at().single())) {
      return Optional.empty();
    }
    return Optional.of(
        hit.stream().map(its -> change(its, range, bytes, values.apply(its.slot()))).toList());
  }

  private static Change change(Placed placed, Range range, byte[] bytes, TagValue before) {
    if (placed.at().single()) {
      int value = bytes[placed.at().offset() - range.offset()];
      int shift = range.single() ? 0 : placed.at().bit();
      return new Change.Set(placed.slot(), new TagValue.Bool((value >> shift & 1) != 0));
    }
    byte[] own = bytes(before);
    for (int i = 0; i < own.length; i++) {
      int at = placed.at().offset() + i - range.offset();
      if (at >= 0 && at < bytes.length) {
        own[i] = bytes[at];
      }
    }
    TagValue value = before;
    for (int word = 0; word < own.length / 2; word++) {
      int bits = (own[2 * word] & 0xFF) << 8 | own[2 * word + 1] & 0xFF;
      value = TagWords.with(value, word, bits);
    }
    return new Change.Set(placed.slot(), value);
  }

  /** A value as it lies in memory, high byte first; a bit as one byte, 0 or 1. */
  public static byte[] bytes(TagValue value) {
    if (value instanceof TagValue.Bool(boolean on)) {
      return new byte[] {(byte) (on ? 1 : 0)};
    }
    byte[] bytes = new byte[2 * TagWords.count(value.type())];
    for (int word = 0; word < bytes.length / 2; word++) {
      int bits = TagWords.word(value, word);
      bytes[2 * word] = (byte) (bits >> 8);
      bytes[2 * word + 1] = (byte) bits;
    }
    return bytes;
  }

  /** The value that bytes mean for a tag. */
  public static TagValue value(Tag tag, byte[] bytes) {
    TagValue value = tag.initial();
    if (value instanceof TagValue.Bool) {
      return new TagValue.Bool((bytes[0] & 1) != 0);
    }
    byte[] own = Arrays.copyOf(bytes, 2 * TagWords.count(value.type()));
    for (int word = 0; word < own.length / 2; word++) {
      value = TagWords.with(value, word, (own[2 * word] & 0xFF) << 8 | own[2 * word + 1] & 0xFF);
    }
    return value;
  }

  /** The range that a tag takes. */
  public static Optional<Range> range(Tag tag) {
    return tag.s7()
        .map(
            at ->
                new Range(
                    at.area(),
                    at.block(),
                    at.offset(),
                    at.single() ? 1 : 2 * TagWords.count(tag.type()),
                    at.single() ? at.bit() : Range.WHOLE));
  }

  private List<Placed> within(Range range) {
    return placed(range).stream().filter(its -> its.within(range)).toList();
  }

  private List<Placed> placed(Range range) {
    return areas.getOrDefault(new Place(range.area(), range.block()), List.of());
  }
}
