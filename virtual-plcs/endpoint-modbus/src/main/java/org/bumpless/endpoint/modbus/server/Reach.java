package org.bumpless.endpoint.modbus.server;

import com.ghgande.j2mod.modbus.msg.MaskWriteRegisterRequest;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMEIRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadWriteMultipleRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.TagId;

/**
 * The places in the data model that a request wants.
 *
 * @param text the request in words, for example {@code FC16 holding 0 x 2}
 */
record Reach(Optional<Range> read, Optional<Range> write, String text) {

  static Reach of(ModbusRequest request) {
    return switch (request) {
      case ReadCoilsRequest r -> reads(r, Table.COIL, r.getReference(), r.getBitCount());
      case ReadInputDiscretesRequest r ->
          reads(r, Table.DISCRETE_INPUT, r.getReference(), r.getBitCount());
      case ReadMultipleRegistersRequest r ->
          reads(r, Table.HOLDING_REGISTER, r.getReference(), r.getWordCount());
      case ReadInputRegistersRequest r ->
          reads(r, Table.INPUT_REGISTER, r.getReference(), r.getWordCount());
      case WriteCoilRequest r -> writes(r, Table.COIL, r.getReference(), 1);
      case WriteSingleRegisterRequest r -> writes(r, Table.HOLDING_REGISTER, r.getReference(), 1);
      case WriteMultipleCoilsRequest r -> writes(r, Table.COIL, r.getReference(), r.getBitCount());
      case WriteMultipleRegistersRequest r ->
          writes(r, Table.HOLDING_REGISTER, r.getReference(), r.getWordCount());
      case MaskWriteRegisterRequest r -> writes(r, Table.HOLDING_REGISTER, r.getReference(), 1);
      case ReadWriteMultipleRequest r -> readsAndWrites(r);
      case ReadMEIRequest r ->
          new Reach(
              Optional.empty(),
              Optional.empty(),
              "FC43/14 code " + r.getLevel() + " object " + r.getFieldId());
      default -> throw new IllegalStateException("decoded, but not served: " + request.getClass());
    };
  }

  /** The tags that it touches, each once. */
  List<TagId> tags(DataModel model) {
    TreeSet<TagId> tags = new TreeSet<>();
    read.ifPresent(range -> tags.addAll(model.touched(range)));
    write.ifPresent(range -> tags.addAll(model.touched(range)));
    return List.copyOf(tags);
  }

  private static Reach reads(ModbusRequest request, Table table, int offset, int count) {
    Range range = new Range(table, offset, count);
    return new Reach(Optional.of(range), Optional.empty(), functionText(request) + range);
  }

  private static Reach writes(ModbusRequest request, Table table, int offset, int count) {
    Range range = new Range(table, offset, count);
    return new Reach(Optional.empty(), Optional.of(range), functionText(request) + range);
  }

  private static Reach readsAndWrites(ReadWriteMultipleRequest r) {
    Range read = new Range(Table.HOLDING_REGISTER, r.getReadReference(), r.getReadWordCount());
    Range write = new Range(Table.HOLDING_REGISTER, r.getWriteReference(), r.getWriteWordCount());
    return new Reach(
        Optional.of(read), Optional.of(write), functionText(r) + read + ", writes " + write);
  }

  private static String functionText(ModbusRequest request) {
    return "FC" + request.getFunctionCode() + " ";
  }
}
