package org.bumpless.endpoint.modbus.client;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.endpoint.modbus.pdu.Limits;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;
import org.bumpless.plc.protocol.TagWords;

/**
 * The fewest requests that read some tags.
 *
 * @param wanted the tags as they were asked for
 * @param text the requests in words
 */
record ReadPlan(List<TagId> wanted, List<Part> parts, String text) {

  /** One request and the tags in its answer. */
  @SuppressWarnings("ArrayRecordComponent") // built once, compared by nobody
  record Part(Range range, List<Tag> tags, byte[] pdu) {

    /** How many bytes the answer has. */
    int answerBytes() {
      return Answers.readBytes(range.table(), range.count());
    }

    /** Takes the tags' values out of the answer. */
    void decode(ByteBuffer answer, Map<TagId, TagValue> into) throws MalformedAnswer {
      Answers.checkRead(range.table(), range.count(), answer);
      for (Tag tag : tags) {
        int at = TagBook.range(tag).offset() - range.offset();
        TagValue value = tag.initial();
        for (int word = 0; word < TagWords.count(tag.type()); word++) {
          value = TagWords.with(value, word, Answers.word(range.table(), at + word, answer));
        }
        into.put(tag.id(), value);
      }
    }
  }

  /**
   * Works the requests out.
   *
   * @throws IllegalArgumentException if there is no tag, or one that this controller or its Modbus
   *     tables do not have
   */
  static ReadPlan of(TagBook book, List<TagId> wanted) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("a read of no tags; name one at least");
    }
    Set<Tag> tags = new LinkedHashSet<>();
    wanted.forEach(id -> tags.add(book.tag(id)));
    List<Part> parts =
        TagBook.groups(tags, Limits.READ_BITS, Limits.READ_REGISTERS).stream()
            .map(group -> part(TagBook.span(group), group))
            .toList();
    List<String> texts = parts.stream().map(part -> "FC" + part.pdu[0] + " " + part.range).toList();
    return new ReadPlan(wanted, parts, String.join(", ", texts));
  }

  private static Part part(Range range, List<Tag> tags) {
    return new Part(range, List.copyOf(tags), Requests.read(range));
  }
}
