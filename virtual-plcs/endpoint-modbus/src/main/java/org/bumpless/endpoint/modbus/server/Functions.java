package org.bumpless.endpoint.modbus.server;

import com.ghgande.j2mod.modbus.msg.MaskWriteRegisterRequest;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMEIRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadWriteMultipleRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.protocol.TagWords;

/**
 * Carries out the functions of the standard on a controller's live process image. A request is
 * carried out whole or not at all.
 */
final class Functions {
  private final DataModel model;
  private final LiveTags tags;
  private final Writes writes;
  private final DeviceIdentification device;

  Functions(DataModel model, LiveTags tags, DeviceIdentification device) {
    this.model = model;
    this.tags = tags;
    this.writes = new Writes(model);
    this.device = device;
  }

  Result execute(ModbusRequest request, Reach reach) {
    boolean reachable =
        reach.read().map(model::mapped).orElse(true)
            && reach.write().map(model::writable).orElse(true);
    if (!reachable) {
      return new Result.Refused(ExceptionCode.ILLEGAL_DATA_ADDRESS);
    }
    List<Change> changes = writes.of(request);
    if (!changes.isEmpty() && !tags.offer(changes)) {
      return new Result.Refused(ExceptionCode.SERVER_DEVICE_BUSY);
    }
    return answer(request, changes);
  }

  private Result answer(ModbusRequest request, List<Change> changes) {
    return switch (request) {
      case ReadCoilsRequest r -> bits(new Range(Table.COIL, r.getReference(), r.getBitCount()));
      case ReadInputDiscretesRequest r ->
          bits(new Range(Table.DISCRETE_INPUT, r.getReference(), r.getBitCount()));
      case ReadMultipleRegistersRequest r ->
          registers(new Range(Table.HOLDING_REGISTER, r.getReference(), r.getWordCount()), changes);
      case ReadInputRegistersRequest r ->
          registers(new Range(Table.INPUT_REGISTER, r.getReference(), r.getWordCount()), changes);
      case ReadWriteMultipleRequest r ->
          registers(
              new Range(Table.HOLDING_REGISTER, r.getReadReference(), r.getReadWordCount()),
              changes);
      case WriteMultipleCoilsRequest r ->
          Result.Done.of(new WriteMultipleCoilsResponse(r.getReference(), r.getBitCount()));
      case WriteMultipleRegistersRequest r ->
          Result.Done.of(new WriteMultipleRegistersResponse(r.getReference(), r.getWordCount()));
      case WriteCoilRequest r -> Result.Done.of(r);
      case WriteSingleRegisterRequest r -> Result.Done.of(r);
      case MaskWriteRegisterRequest r -> Result.Done.of(r);
      case ReadMEIRequest r -> device.answer(r.getLevel(), r.getFieldId());
      default -> throw new IllegalStateException("decoded, but not served: " + request.getClass());
    };
  }

  private Result bits(Range range) {
    ReadCoilsResponse response = new ReadCoilsResponse(range.count());
    for (int index = 0; index < range.count(); index++) {
      TagValue value = tags.read(model.slot(range.table(), range.offset() + index));
      response.setCoilStatus(index, TagWords.word(value, 0) != 0);
    }
    return Result.Done.of(response);
  }

  /** Reads registers as they will be once the changes have been applied. */
  private Result registers(Range range, List<Change> changes) {
    Map<Integer, TagValue> values = new HashMap<>();
    for (Change change : changes) {
      values.put(change.slot(), changed(change, value(change.slot(), values)));
    }
    Register[] registers = new Register[range.count()];
    for (int index = 0; index < range.count(); index++) {
      int offset = range.offset() + index;
      TagValue value = value(model.slot(range.table(), offset), values);
      registers[index] =
          new SimpleRegister(TagWords.word(value, model.word(range.table(), offset)));
    }
    return Result.Done.of(new ReadMultipleRegistersResponse(registers));
  }

  /** Each tag is read once, so that the words of one answer belong to one scan. */
  private TagValue value(int slot, Map<Integer, TagValue> seen) {
    return seen.computeIfAbsent(slot, tags::read);
  }

  private static TagValue changed(Change change, TagValue before) {
    return switch (change) {
      case Change.Set set -> set.value();
      case Change.SetWord set -> TagWords.with(before, set.word(), set.value());
      case Change.MaskWord mask -> {
        int word = TagWords.word(before, mask.word());
        yield TagWords.with(before, mask.word(), word & mask.and() | mask.or() & ~mask.and());
      }
    };
  }
}
