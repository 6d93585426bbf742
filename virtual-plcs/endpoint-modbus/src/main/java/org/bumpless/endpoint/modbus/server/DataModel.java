package org.bumpless.endpoint.modbus.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plc.protocol.TagWords;

/**
 * Which tag of a controller stands at which Modbus address, as its tags say; fixed for the life of
 * the server.
 */
final class DataModel {
  private static final int UNMAPPED = -1;

  private final List<Tag> tags;
  private final Map<Table, int[]> slots = new EnumMap<>(Table.class);
  private final Map<Table, int[]> words = new EnumMap<>(Table.class);

  /**
   * Lays the tags out.
   *
   * @throws IllegalArgumentException if two tags share an address, one reaches past 65535, or a
   *     coil is not a BOOL
   */
  DataModel(List<Tag> tags) {
    this.tags = List.copyOf(tags);
    for (Table table : Table.values()) {
      int size = tags.stream().mapToInt(tag -> end(tag, table)).max().orElse(0);
      int[] unmapped = new int[size];
      Arrays.fill(unmapped, UNMAPPED);
      slots.put(table, unmapped);
      words.put(table, new int[size]);
    }
    for (int slot = 0; slot < tags.size(); slot++) {
      place(slot);
    }
  }

  Tag tag(int slot) {
    return tags.get(slot);
  }

  /** Whether every address of the range has a tag. */
  boolean mapped(Range range) {
    int[] at = at(slots, range.table());
    if (range.end() > at.length) {
      return false;
    }
    for (int offset = range.offset(); offset < range.end(); offset++) {
      if (at[offset] == UNMAPPED) {
        return false;
      }
    }
    return true;
  }

  /** Whether every address of the range has a tag that the network may write. */
  boolean writable(Range range) {
    if (!mapped(range)) {
      return false;
    }
    for (int offset = range.offset(); offset < range.end(); offset++) {
      if (tag(slot(range.table(), offset)).access() != TagAccess.READ_WRITE) {
        return false;
      }
    }
    return true;
  }

  /** The slot of the tag at an address that {@link #mapped} has found mapped. */
  int slot(Table table, int offset) {
    return at(slots, table)[offset];
  }

  /** Which of the tag's words stands at that address; 0 is the first. */
  int word(Table table, int offset) {
    return at(words, table)[offset];
  }

  /**
   * The tags that a range touches, in the order of their addresses; addresses without one are
   * passed over.
   */
  List<TagId> touched(Range range) {
    int[] at = at(slots, range.table());
    List<TagId> touched = new ArrayList<>();
    int last = UNMAPPED;
    for (int offset = range.offset(); offset < Math.min(range.end(), at.length); offset++) {
      if (at[offset] != UNMAPPED && at[offset] != last) {
        last = at[offset];
        touched.add(tag(last).id());
      }
    }
    return touched;
  }

  private void place(int slot) {
    Tag tag = tag(slot);
    if (tag.modbus().isEmpty()) {
      return;
    }
    ModbusAddress address = tag.modbus().get();
    check(tag, address);
    int[] at = at(slots, address.table());
    for (int word = 0; word < TagWords.count(tag.type()); word++) {
      int offset = address.offset() + word;
      if (at[offset] != UNMAPPED) {
        throw new IllegalArgumentException(
            "tag %s: %s %d already belongs to %s; give each tag an address of its own"
                .formatted(tag.id(), address.table(), offset, tag(at[offset]).id()));
      }
      at[offset] = slot;
      at(words, address.table())[offset] = word;
    }
  }

  private static void check(Tag tag, ModbusAddress address) {
    switch (address.table()) {
      case COIL, DISCRETE_INPUT -> {
        if (tag.type() != TagType.BOOL) {
          throw new IllegalArgumentException(
              "tag %s: %s stands in table %s, expected a BOOL there; move it to a register"
                  .formatted(tag.id(), tag.type(), address.table()));
        }
      }
      case INPUT_REGISTER, HOLDING_REGISTER -> {
        if (end(tag, address.table()) > 0x10000) {
          throw new IllegalArgumentException(
              "tag %s: %s at %s %d reaches past address 65535"
                  .formatted(tag.id(), tag.type(), address.table(), address.offset()));
        }
      }
    }
  }

  private static int end(Tag tag, Table table) {
    return tag.modbus()
        .filter(address -> address.table() == table)
        .map(address -> address.offset() + TagWords.count(tag.type()))
        .orElse(0);
  }

  private static int[] at(Map<Table, int[]> map, Table table) {
    int[] found = map.get(table);
    if (found == null) {
      throw new IllegalStateException("no table " + table);
    }
    return found;
  }
}
