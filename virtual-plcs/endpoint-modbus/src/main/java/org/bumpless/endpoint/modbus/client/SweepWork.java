package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.TagWords;

/**
 * Tries the low addresses of a controller one by one, as an intruder without documentation does.
 * Goes on after a refusal and ends with the connection.
 */
final class SweepWork implements Work {
  private static final List<Range> TRIED =
      List.of(
          new Range(Table.HOLDING_REGISTER, 0, 128),
          new Range(Table.INPUT_REGISTER, 0, 32),
          new Range(Table.COIL, 0, 16));

  private final int unit;
  private final List<Tag> tags;
  private final Map<ModbusAddress, Integer> found = new HashMap<>();
  private int tried;

  SweepWork(int unit, TagBook book) {
    this.unit = unit;
    this.tags = book.addressed();
  }

  @Override
  public Outcome on(Link link) throws IOException {
    Outcome last = new Outcome.NoReply("nothing tried");
    for (Range range : TRIED) {
      for (int offset = range.offset(); offset < range.end(); offset++) {
        tried++;
        if (tryOne(link, range.table(), offset) instanceof Reply.Bad(Outcome refused)) {
          last = refused;
        }
      }
    }
    return found.isEmpty() ? last : answered("");
  }

  @Override
  public Outcome brokenOff(Outcome failure) {
    return found.isEmpty() ? failure : answered(", broken off: " + failure);
  }

  private Reply tryOne(Link link, Table table, int offset) throws IOException {
    Reply reply = link.ask(unit, Requests.read(new Range(table, offset, 1)));
    if (reply instanceof Reply.Good(var pdu)) {
      Answers.checkRead(table, 1, pdu);
      found.put(new ModbusAddress(table, offset), Answers.word(table, 0, pdu));
    }
    return reply;
  }

  private Outcome answered(String suffix) {
    Map<TagId, TagValue> values = new HashMap<>();
    for (Tag tag : tags) {
      read(tag, values);
    }
    return new Outcome.Answered(
        values, tried + " addresses tried, " + found.size() + " answered" + suffix);
  }

  private void read(Tag tag, Map<TagId, TagValue> into) {
    Range range = TagBook.range(tag);
    TagValue value = tag.initial();
    for (int word = 0; word < TagWords.count(tag.type()); word++) {
      Integer bits = found.get(new ModbusAddress(range.table(), range.offset() + word));
      if (bits == null) {
        return;
      }
      value = TagWords.with(value, word, bits);
    }
    into.put(tag.id(), value);
  }
}
