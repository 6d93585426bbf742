package org.bumpless.endpoint.modbus.client;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bumpless.endpoint.modbus.pdu.Limits;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The fewest requests that write several tags: function 16 over neighbouring registers, function 15
 * over neighbouring coils.
 *
 * @param text the requests in words
 */
record DownloadPlan(List<byte[]> pdus, String text) {

  /**
   * Works the requests out.
   *
   * @throws IllegalArgumentException if there is nothing to write, or one of the tags cannot be
   *     written
   */
  static DownloadPlan of(TagBook book, Map<TagId, TagValue> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a download of no tags; name one at least");
    }
    List<Tag> tags = new ArrayList<>();
    values.forEach(
        (id, value) -> {
          Tag tag = book.tag(id);
          Manner.of(Operation.Write.PLAIN, tag);
          WritePlan.requireType(tag, value);
          tags.add(tag);
        });
    List<byte[]> pdus = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (List<Tag> group : TagBook.groups(tags, Limits.WRITE_BITS, Limits.WRITE_REGISTERS)) {
      byte[] pdu = pdu(group, values);
      pdus.add(pdu);
      texts.add("FC" + pdu[0] + " " + TagBook.span(group));
    }
    return new DownloadPlan(pdus, String.join(", ", texts));
  }

  private static byte[] pdu(List<Tag> group, Map<TagId, TagValue> values) {
    Range range = TagBook.span(group);
    int[] words = group.stream().flatMapToInt(tag -> words(tag, values.get(tag.id()))).toArray();
    if (range.table() != Table.COIL) {
      return Requests.writeRegisters(range.offset(), words);
    }
    boolean[] bits = new boolean[words.length];
    for (int index = 0; index < words.length; index++) {
      bits[index] = words[index] != 0;
    }
    return Requests.writeCoils(range.offset(), bits);
  }

  private static IntStream words(Tag tag, @Nullable TagValue value) {
    return IntStream.of(WritePlan.words(requireNonNull(value), TagBook.range(tag).count()));
  }
}
