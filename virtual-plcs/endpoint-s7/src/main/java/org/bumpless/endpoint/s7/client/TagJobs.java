package org.bumpless.endpoint.s7.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.endpoint.s7.codec.Range;
import org.bumpless.endpoint.s7.mapping.Layout;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.S7Address.Area;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/** Reads and writes tags, as many in one packet as fit. */
final class TagJobs {
  /** What a packet has before its places, and what a place of four bytes takes at most. */
  private static final int HEAD_BYTES = 14;

  private static final int PLACE_BYTES = 24;

  /** Real controllers take no more than 20 places at once. */
  private static final int PLACES_MAX = 19;

  /** Return code of a value that is there. */
  static final int OK = 0xFF;

  private static final int DATA_BIT = 3;
  private static final int DATA_OCTETS = 9;
  private static final int BLOCKS_TRIED = 16;
  private static final int SWEPT_BYTES = 64;

  private final Asset.Controller controller;
  private final Map<TagId, Tag> tags = new HashMap<>();

  TagJobs(Asset.Controller controller) {
    this.controller = controller;
    controller.tags().forEach(tag -> tags.put(tag.id(), tag));
  }

  /**
   * Looks tags up.
   *
   * @throws IllegalArgumentException if the controller has no such tag, or it has no address
   */
  List<Tag> tags(List<TagId> ids) {
    return ids.stream().map(this::tag).toList();
  }

  private Tag tag(TagId id) {
    Tag tag = tags.get(id);
    if (tag == null || tag.s7().isEmpty()) {
      throw new IllegalArgumentException(
          "tag %s: controller %s has no such tag with an S7 address; it has %s"
              .formatted(
                  id,
                  controller.id(),
                  controller.tags().stream()
                      .filter(its -> its.s7().isPresent())
                      .map(its -> its.id().name())
                      .toList()));
    }
    return tag;
  }

  Outcome read(Link link, List<Tag> wanted) throws IOException {
    Map<TagId, TagValue> values = new LinkedHashMap<>();
    int places = places(link);
    for (int from = 0; from < wanted.size(); from += places) {
      List<Tag> part = wanted.subList(from, Math.min(wanted.size(), from + places));
      Reply reply = link.ask(Wire.read(link.next(), ranges(part)));
      if (reply.error() != 0) {
        return refused(reply.error());
      }
      ByteBuffer data = reply.data();
      for (Tag tag : part) {
        int code = code(data);
        if (code != OK) {
          return new Outcome.Refused(tag.id() + ": S7 return code 0x%02X".formatted(code));
        }
        values.put(tag.id(), Layout.value(tag, bytes(data)));
      }
    }
    return new Outcome.Answered(values, "");
  }

  Outcome write(Link link, Map<Tag, TagValue> wanted) throws IOException {
    List<Tag> all = new ArrayList<>(wanted.keySet());
    int places = places(link);
    for (int from = 0; from < all.size(); from += places) {
      List<Tag> part = all.subList(from, Math.min(all.size(), from + places));
      List<byte[]> values = new ArrayList<>();
      for (Tag tag : part) {
        values.add(Layout.bytes(value(tag, wanted)));
      }
      Reply reply = link.ask(Wire.write(link.next(), ranges(part), values));
      if (reply.error() != 0) {
        return refused(reply.error());
      }
      for (Tag tag : part) {
        int code = code(reply.data());
        if (code != OK) {
          return new Outcome.Refused(tag.id() + ": S7 return code 0x%02X".formatted(code));
        }
      }
    }
    return new Outcome.Answered(Map.of(), "written: " + all.size());
  }

  /** A read that is made ready, if it fits in the shortest packet that a controller agrees to. */
  Optional<PreparedRead> prepared(List<TagId> wanted) {
    return wanted.size() <= (Link.PDU_BYTES_MIN - HEAD_BYTES) / PLACE_BYTES
        ? Optional.of(new PreparedRead(ranges(tags(wanted))))
        : Optional.empty();
  }

  private static int places(Link link) {
    return Math.min(PLACES_MAX, (link.packetBytes() - HEAD_BYTES) / PLACE_BYTES);
  }

  private static TagValue value(Tag tag, Map<Tag, TagValue> wanted) {
    TagValue value = wanted.getOrDefault(tag, tag.initial());
    if (value.type() != tag.type()) {
      throw new IllegalArgumentException(
          "tag %s: value %s is a %s, expected a %s"
              .formatted(tag.id(), value, value.type(), tag.type()));
    }
    return value;
  }

  /** Tries the first bytes of each area, as one does who has no documentation. */
  Outcome sweep(Link link) throws IOException {
    Map<Range, byte[]> found = new HashMap<>();
    int tried = 0;
    for (Area area : Area.values()) {
      for (int block = area == Area.DATA_BLOCK ? 1 : 0; block < blocks(area); block++) {
        for (int at = 0; at < SWEPT_BYTES; at++) {
          tried++;
          Range range = new Range(area, block, at, 1, Range.WHOLE);
          Reply reply = link.ask(Wire.read(link.next(), List.of(range)));
          if (reply.error() != 0 || code(reply.data()) != OK) {
            break;
          }
          found.put(range, bytes(reply.data()));
        }
      }
    }
    return found.isEmpty()
        ? new Outcome.Refused("no address answered")
        : new Outcome.Answered(known(found), tried + " tried, " + found.size() + " answered");
  }

  private static int blocks(Area area) {
    return area == Area.DATA_BLOCK ? BLOCKS_TRIED : 1;
  }

  private Map<TagId, TagValue> known(Map<Range, byte[]> found) {
    Map<TagId, TagValue> values = new HashMap<>();
    for (Tag tag : tags.values()) {
      Layout.range(tag).ifPresent(range -> read(tag, range, found, values));
    }
    return values;
  }

  private static void read(
      Tag tag, Range range, Map<Range, byte[]> found, Map<TagId, TagValue> values) {
    byte[] bytes = new byte[range.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      byte[] one =
          found.get(new Range(range.area(), range.block(), range.offset() + i, 1, Range.WHOLE));
      if (one == null) {
        return;
      }
      bytes[i] = range.single() ? (byte) (one[0] >> range.bit() & 1) : one[0];
    }
    values.put(tag.id(), Layout.value(tag, bytes));
  }

  private static List<Range> ranges(List<Tag> tags) {
    return tags.stream().flatMap(tag -> Layout.range(tag).stream()).toList();
  }

  static Outcome refused(int error) {
    return new Outcome.Refused(
        "S7 error class 0x%02X, code %d".formatted(error >> 8, error & 0xFF));
  }

  /** The return code of the next value. */
  static int code(ByteBuffer data) throws MalformedAnswer {
    if (!data.hasRemaining()) {
      throw new MalformedAnswer("an answer with fewer values than places; closed");
    }
    return data.get() & 0xFF;
  }

  /** The bytes of a value whose return code has been taken; a value of odd length is filled up. */
  private static byte[] bytes(ByteBuffer data) throws MalformedAnswer {
    byte[] bytes = new byte[length(data)];
    data.get(bytes);
    fill(data, bytes.length);
    return bytes;
  }

  /** Goes past a value whose return code has been taken. */
  static void skip(ByteBuffer data) throws MalformedAnswer {
    int length = length(data);
    data.position(data.position() + length);
    fill(data, length);
  }

  private static int length(ByteBuffer data) throws MalformedAnswer {
    if (data.remaining() < 3) {
      throw new MalformedAnswer("an answer that ends within a value; closed");
    }
    int kind = data.get();
    int length = data.getShort() & 0xFFFF;
    int count = kind == DATA_BIT || kind == DATA_OCTETS ? length : (length + 7) / 8;
    if (data.remaining() < count) {
      throw new MalformedAnswer("an answer that ends within a value; closed");
    }
    return count;
  }

  private static void fill(ByteBuffer data, int length) {
    if (length % 2 == 1 && data.hasRemaining()) {
      data.get();
    }
  }
}
