package org.bumpless.endpoint.modbus.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.protocol.TagWords;

/** What the client knows of a controller from the plant file: where each tag stands. */
final class TagBook {
  private final AssetId controller;
  private final Map<TagId, Tag> tags = new HashMap<>();

  TagBook(Asset.Controller controller) {
    this.controller = controller.id();
    controller.tags().forEach(tag -> tags.put(tag.id(), tag));
  }

  /**
   * Looks a tag up.
   *
   * @throws IllegalArgumentException if the controller has no such tag
   */
  Tag tag(TagId id) {
    Tag tag = tags.get(id);
    if (tag == null) {
      throw new IllegalArgumentException(
          "tag %s: controller %s has no such tag; it has %s"
              .formatted(id, controller, tags.keySet().stream().sorted().toList()));
    }
    return tag;
  }

  /** All tags that have a Modbus address. */
  List<Tag> addressed() {
    return tags.values().stream().filter(tag -> tag.modbus().isPresent()).toList();
  }

  /**
   * The places that a tag takes.
   *
   * @throws IllegalArgumentException if it has no Modbus address
   */
  static Range range(Tag tag) {
    ModbusAddress address =
        tag.modbus()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "tag "
                            + tag.id()
                            + " has no Modbus address; give it one in the plant file"));
    return new Range(address.table(), address.offset(), TagWords.count(tag.type()));
  }

  /**
   * Neighbouring tags of the same table, as few groups as the limits allow; no tag is divided.
   *
   * @param bits most coils or discrete inputs of one group
   * @param registers most registers of one group
   */
  static List<List<Tag>> groups(Collection<Tag> tags, int bits, int registers) {
    List<List<Tag>> groups = new ArrayList<>();
    List<Tag> sorted = new ArrayList<>(tags);
    sorted.sort(
        (a, b) -> {
          int byTable = range(a).table().compareTo(range(b).table());
          return byTable != 0 ? byTable : Integer.compare(range(a).offset(), range(b).offset());
        });
    for (Tag tag : sorted) {
      if (groups.isEmpty() || !fits(span(groups.getLast()), range(tag), bits, registers)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(tag);
    }
    return groups;
  }

  /** The places from the first tag of a group to its last. */
  static Range span(List<Tag> group) {
    Range first = range(group.getFirst());
    return new Range(first.table(), first.offset(), range(group.getLast()).end() - first.offset());
  }

  private static boolean fits(Range group, Range next, int bits, int registers) {
    int max =
        switch (group.table()) {
          case COIL, DISCRETE_INPUT -> bits;
          case HOLDING_REGISTER, INPUT_REGISTER -> registers;
        };
    return next.table() == group.table()
        && next.offset() == group.end()
        && next.end() - group.offset() <= max;
  }
}
