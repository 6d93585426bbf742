package org.bumpless.bridge.plc4x;

import java.util.Optional;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;

/**
 * The addresses of the plant file in the words of PLC4X: a real controller that keeps its tags
 * where the virtual one does needs no list of them. PLC4X counts Modbus addresses from 1.
 */
final class Addresses {
  private Addresses() {}

  /** Where a tag is in the protocol of a driver; empty if its own addresses do not say. */
  static Optional<String> of(Tag tag, String driver) {
    return switch (driver) {
      case "modbus-tcp" -> tag.modbus().map(address -> modbus(address, tag.type()));
      case "s7" -> tag.s7().map(address -> s7(address, tag.type()));
      default -> Optional.empty();
    };
  }

  private static String modbus(ModbusAddress address, TagType type) {
    int number = address.offset() + 1;
    return switch (address.table()) {
      case COIL -> "coil:" + number;
      case DISCRETE_INPUT -> "discrete-input:" + number;
      case INPUT_REGISTER -> "input-register:" + number + ":" + type;
      case HOLDING_REGISTER -> "holding-register:" + number + ":" + type;
    };
  }

  private static String s7(S7Address address, TagType type) {
    String size =
        switch (type) {
          case BOOL -> "X";
          case INT -> "W";
          case REAL, STRING -> "D";
        };
    String area =
        switch (address.area()) {
          case DATA_BLOCK -> "DB" + address.block() + ".DB" + size;
          case INPUT, OUTPUT, MARKER -> address.area().letter() + (address.single() ? "" : size);
        };
    return "%%%s%d%s:%s"
        .formatted(area, address.offset(), address.single() ? "." + address.bit() : "", type);
  }
}
