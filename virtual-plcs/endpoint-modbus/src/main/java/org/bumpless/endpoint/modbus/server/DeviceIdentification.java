package org.bumpless.endpoint.modbus.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.endpoint.modbus.pdu.Limits;
import org.bumpless.plant.model.Asset;

/**
 * Who the controller says it is: function 43, MEI type 14 (Modbus Application Protocol V1.1b3,
 * 6.21), basic and regular objects, by stream and one by one. Encoded here because j2mod's answer
 * can neither name its conformity level nor say that more follows.
 */
final class DeviceIdentification {
  private static final int BASIC = 1;
  private static final int REGULAR = 2;
  private static final int EXTENDED = 3;
  private static final int INDIVIDUAL = 4;
  private static final int LAST_BASIC_OBJECT = 2;
  private static final int CONFORMITY_REGULAR_WITH_INDIVIDUAL = 0x82;
  private static final int MORE_FOLLOWS = 0xFF;

  /** Function code, MEI type, code, conformity, more follows, next object, number of objects. */
  private static final int HEAD_BYTES = 7;

  private static final int OBJECT_HEAD_BYTES = 2;
  private static final int TEXT_BYTES_MAX = Limits.PDU_BYTES - HEAD_BYTES - OBJECT_HEAD_BYTES;

  private final TreeMap<Integer, byte[]> objects = new TreeMap<>();
  private final boolean answers;

  DeviceIdentification(Asset.Controller controller) {
    answers = controller.personality().firmware().modbusIdentification();
    put(0, controller.personality().vendor());
    put(1, controller.personality().product());
    put(2, controller.personality().revision());
    put(4, controller.personality().product());
    put(5, controller.id().value());
  }

  /**
   * Answers one request.
   *
   * @param code 1 basic stream, 2 regular stream, 3 extended stream (answered as regular), 4 one
   *     object
   * @param object where the stream begins, or which object is meant
   */
  Result answer(int code, int object) {
    if (!answers) {
      return new Result.Refused(ExceptionCode.ILLEGAL_FUNCTION);
    }
    return switch (code) {
      case BASIC -> stream(code, object, objects.headMap(LAST_BASIC_OBJECT, true));
      case REGULAR, EXTENDED -> stream(code, object, objects);
      case INDIVIDUAL -> {
        byte[] text = objects.get(object);
        yield text == null
            ? new Result.Refused(ExceptionCode.ILLEGAL_DATA_ADDRESS)
            : new Result.Done(encode(code, Map.of(object, text), 0, 0));
      }
      default -> new Result.Refused(ExceptionCode.ILLEGAL_DATA_VALUE);
    };
  }

  /** As many objects as fit; a stream from an object that does not exist begins at the first. */
  private static Result stream(int code, int object, SortedMap<Integer, byte[]> all) {
    var rest = all.containsKey(object) ? all.tailMap(object) : all;
    Map<Integer, byte[]> fitting = new TreeMap<>();
    int room = Limits.PDU_BYTES - HEAD_BYTES;
    for (var entry : rest.entrySet()) {
      room -= OBJECT_HEAD_BYTES + entry.getValue().length;
      if (room < 0) {
        return new Result.Done(encode(code, fitting, MORE_FOLLOWS, entry.getKey()));
      }
      fitting.put(entry.getKey(), entry.getValue());
    }
    return new Result.Done(encode(code, fitting, 0, 0));
  }

  private static byte[] encode(int code, Map<Integer, byte[]> texts, int more, int next) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Limits.PDU_BYTES);
    out.write(FunctionCode.MEI_DEVICE_IDENTIFICATION);
    out.write(code);
    out.write(CONFORMITY_REGULAR_WITH_INDIVIDUAL);
    out.write(more);
    out.write(next);
    out.write(texts.size());
    texts.forEach(
        (id, text) -> {
          out.write(id);
          out.write(text.length);
          out.writeBytes(text);
        });
    return out.toByteArray();
  }

  private void put(int id, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    objects.put(id, Arrays.copyOf(ascii, Math.min(ascii.length, TEXT_BYTES_MAX)));
  }
}
