package org.bumpless.endpoint.s7.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Protection;
import org.bumpless.plc.cpu.CpuState;

/**
 * The system status lists (SZL) by which engineering stations, and intruders, ask a controller who
 * it is: module identification, component identification, operating mode, protection level.
 */
final class StatusLists {
  private static final int MODULES = 0x0011;
  private static final int ONE_MODULE = 0x0111;
  private static final int COMPONENTS = 0x001C;
  private static final int ONE_COMPONENT = 0x011C;
  private static final int MODE = 0x0424;
  private static final int PROTECTION = 0x0232;
  private static final int PROTECTION_INDEX = 4;

  private static final int MODULE_BYTES = 28;
  private static final int ORDER_BYTES = 20;
  private static final int COMPONENT_BYTES = 34;
  private static final int MODE_BYTES = 20;
  private static final int PROTECTION_BYTES = 40;
  private static final byte IN_RUN = 8;
  private static final byte IN_STOP = 4;

  private final Asset.Controller controller;
  private final Protection protection;

  /** The lists of a controller. */
  StatusLists(Asset.Controller controller, Protection protection) {
    this.controller = controller;
    this.protection = protection;
  }

  /** The records of a list; empty if there is no such list. */
  List<byte[]> records(int list, int index, CpuState cpu) {
    return switch (list) {
      case MODULES -> modules();
      case ONE_MODULE -> only(modules(), index);
      case COMPONENTS -> components();
      case ONE_COMPONENT -> only(components(), index);
      case MODE -> List.of(mode(cpu.mode()));
      case PROTECTION -> only(List.of(protection(cpu.key())), index);
      default -> List.of();
    };
  }

  private static List<byte[]> only(List<byte[]> records, int index) {
    return records.stream().filter(r -> (r[0] << 8 | r[1]) == index).toList();
  }

  private List<byte[]> modules() {
    Personality its = controller.personality();
    return IntStream.of(1, 6, 7).mapToObj(index -> module(index, its)).toList();
  }

  private static byte[] module(int index, Personality its) {
    int[] version = version(its.revision());
    return ByteBuffer.allocate(MODULE_BYTES)
        .putShort((short) index)
        .put(text(its.product(), ORDER_BYTES, ' '))
        .putShort((short) 0)
        .put((byte) 'V')
        .put((byte) version[0])
        .put((byte) version[1])
        .put((byte) version[2])
        .array();
  }

  /** Numbers of a revision such as {@code 3.2.6}; what is none is 0. */
  private static int[] version(String revision) {
    int[] numbers = new int[3];
    String[] parts = revision.split("\\D+", -1);
    for (int i = 0; i < Math.min(numbers.length, parts.length); i++) {
      numbers[i] = parts[i].matches("\\d{1,2}") ? Integer.parseInt(parts[i]) : 0;
    }
    return numbers;
  }

  private List<byte[]> components() {
    Personality its = controller.personality();
    return Stream.of(
            component(1, controller.id().value()),
            component(2, its.product()),
            component(3, controller.title()),
            component(4, its.vendor()),
            component(5, "S " + controller.id().value()))
        .toList();
  }

  private static byte[] component(int index, String text) {
    return ByteBuffer.allocate(COMPONENT_BYTES)
        .putShort((short) index)
        .put(text(text, COMPONENT_BYTES - Short.BYTES, '\0'))
        .array();
  }

  private static byte[] mode(OperatingMode mode) {
    byte[] record = new byte[MODE_BYTES];
    record[2] = (byte) 0xFF;
    record[3] = mode == OperatingMode.RUN ? IN_RUN : IN_STOP;
    return record;
  }

  /** Levels by the key, by the parameters and in force; then where the key is. */
  private byte[] protection(KeySwitch key) {
    int position =
        switch (key) {
          case RUN -> 1;
          case REMOTE -> 2;
          case PROGRAM -> 3;
        };
    return ByteBuffer.allocate(PROTECTION_BYTES)
        .putShort((short) PROTECTION_INDEX)
        .putShort((short) 1)
        .putShort((short) (protection == Protection.NONE ? 0 : protection.level()))
        .putShort((short) protection.level())
        .putShort((short) position)
        .array();
  }

  private static byte[] text(String text, int bytes, char fill) {
    byte[] field = new byte[bytes];
    Arrays.fill(field, (byte) fill);
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, field, 0, Math.min(bytes, ascii.length));
    return field;
  }
}
