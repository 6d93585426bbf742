package org.bumpless.plant.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagType;

/** Reads where the tags of one controller type stand in Modbus; no two may share an address. */
final class ModbusAddressReader {
  private final Problems problems;
  private final Map<ModbusAddress, String> taken = new HashMap<>();

  ModbusAddressReader(Problems problems) {
    this.problems = problems;
  }

  Optional<ModbusAddress> read(Section section, String name, TagType type, TagAccess access)
      throws Unusable {
    if (!section.has("modbus")) {
      return Optional.empty();
    }
    ModbusAddress address =
        section.text("modbus").startsWith(LocatedAddress.MARK)
            ? section.name("modbus", text -> LocatedAddress.parse(text, type))
            : numbered(section, type);
    refuseFixed(section, address.table(), access);
    claim(section, name, address);
    if (type == TagType.REAL) {
      claim(section, name, new ModbusAddress(address.table(), address.offset() + 1));
    }
    return Optional.of(address);
  }

  /** A table and a number. */
  private static ModbusAddress numbered(Section section, TagType type) throws Unusable {
    String written = section.text("modbus");
    String[] parts = written.split(" ", -1);
    Table table = table(section, parts[0]);
    int offset = offset(section, parts[parts.length - 1]);
    if (bits(table) != (type == TagType.BOOL)) {
      throw section.refuse(
          "modbus",
          type + " at " + Quoted.of(written),
          type == TagType.BOOL ? "coil or discrete for a BOOL" : "input or holding for a number");
    }
    if (type == TagType.REAL && offset == 0xFFFF) {
      throw section.refuse(
          "modbus", Quoted.of(written) + " for a REAL", "65534 at most: a REAL takes two");
    }
    return new ModbusAddress(table, offset);
  }

  private static void refuseFixed(Section section, Table table, TagAccess access) throws Unusable {
    boolean fixed = table == Table.DISCRETE_INPUT || table == Table.INPUT_REGISTER;
    if (fixed && access == TagAccess.READ_WRITE) {
      throw section.refuse(
          "modbus",
          "a read-write tag at " + Quoted.of(section.text("modbus")),
          (bits(table) ? "coil" : "holding") + ": Modbus cannot write to the other table");
    }
  }

  private static boolean bits(Table table) {
    return table == Table.COIL || table == Table.DISCRETE_INPUT;
  }

  private void claim(Section section, String name, ModbusAddress address) {
    String owner = taken.putIfAbsent(address, name);
    if (owner != null) {
      problems.add(
          section.placeOf("modbus"),
          "Modbus address " + written(address) + ", which tag " + owner + " takes already",
          "an address of its own (a REAL takes two)");
    }
  }

  private static Table table(Section section, String word) throws Unusable {
    for (Table table : Table.values()) {
      if (written(table).equals(word)) {
        return table;
      }
    }
    throw section.refuse("modbus", Quoted.of(word), "one of coil, discrete, input, holding");
  }

  private static int offset(Section section, String digits) throws Unusable {
    if (digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= 0xFFFF) {
      return Integer.parseInt(digits);
    }
    throw section.refuse(
        "modbus", "Modbus address " + Quoted.of(digits), "a zero-based address, 0 to 65535");
  }

  private static String written(ModbusAddress address) {
    return written(address.table()) + " " + address.offset();
  }

  private static String written(Table table) {
    return switch (table) {
      case COIL -> "coil";
      case DISCRETE_INPUT -> "discrete";
      case INPUT_REGISTER -> "input";
      case HOLDING_REGISTER -> "holding";
    };
  }
}
