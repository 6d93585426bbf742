package org.bumpless.endpoint.modbus.server;

import com.ghgande.j2mod.modbus.msg.MaskWriteRegisterRequest;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadWriteMultipleRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.protocol.TagWords;

/** Turns a writing request into the changes that the next scan applies. */
final class Writes {
  private final DataModel model;

  Writes(DataModel model) {
    this.model = model;
  }

  /**
   * The changes of a request, in the order of its addresses; none for a request that only reads.
   * Every address must be mapped. A tag that is written whole is set; of one that is written in
   * part only those words change.
   */
  List<Change> of(ModbusRequest request) {
    return switch (request) {
      case WriteCoilRequest r -> coils(r.getReference(), 1, bit -> r.getCoil());
      case WriteMultipleCoilsRequest r ->
          coils(r.getReference(), r.getBitCount(), r::getCoilStatus);
      case WriteSingleRegisterRequest r ->
          registers(r.getReference(), 1, index -> r.getRegister().toUnsignedShort());
      case WriteMultipleRegistersRequest r ->
          registers(r.getReference(), r.getWordCount(), r::getRegisterValue);
      case ReadWriteMultipleRequest r ->
          registers(
              r.getWriteReference(),
              r.getWriteWordCount(),
              index -> r.getRegister(index).toUnsignedShort());
      case MaskWriteRegisterRequest r -> List.of(mask(r));
      default -> List.of();
    };
  }

  private Change mask(MaskWriteRegisterRequest request) {
    int offset = request.getReference();
    return new Change.MaskWord(
        model.slot(Table.HOLDING_REGISTER, offset),
        model.word(Table.HOLDING_REGISTER, offset),
        request.getAndMask(),
        request.getOrMask());
  }

  private List<Change> coils(int offset, int count, IntPredicate bits) {
    List<Change> changes = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      int slot = model.slot(Table.COIL, offset + index);
      changes.add(new Change.Set(slot, new TagValue.Bool(bits.test(index))));
    }
    return changes;
  }

  private List<Change> registers(int offset, int count, IntUnaryOperator words) {
    Range range = new Range(Table.HOLDING_REGISTER, offset, count);
    List<Change> changes = new ArrayList<>(count);
    int at = offset;
    while (at < range.end()) {
      int slot = model.slot(Table.HOLDING_REGISTER, at);
      int word = model.word(Table.HOLDING_REGISTER, at);
      int size = TagWords.count(model.tag(slot).type());
      if (word == 0 && at + size <= range.end()) {
        changes.add(new Change.Set(slot, whole(slot, at - offset, words)));
        at += size;
      } else {
        changes.add(new Change.SetWord(slot, word, words.applyAsInt(at - offset)));
        at++;
      }
    }
    return changes;
  }

  private TagValue whole(int slot, int index, IntUnaryOperator words) {
    TagValue value = model.tag(slot).initial();
    for (int word = 0; word < TagWords.count(model.tag(slot).type()); word++) {
      value = TagWords.with(value, word, words.applyAsInt(index + word));
    }
    return value;
  }
}
