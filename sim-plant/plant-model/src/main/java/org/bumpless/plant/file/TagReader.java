package org.bumpless.plant.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/** Reads the tags of one controller type; no two may share a Modbus address. */
final class TagReader {
  private static final AssetId ANY = new AssetId("any");

  private final Registry<TagSpec> tags;
  private final Problems problems;
  private final Map<ModbusAddress, String> taken = new HashMap<>();
  private final Map<S7Address, String> takenBits = new HashMap<>();

  TagReader(Problems problems) {
    this.tags = new Registry<>("tag", problems);
    this.problems = problems;
  }

  TagSpec tag(Section section) throws Unusable {
    Word name = section.word("name");
    tags.declare(name);
    section.name("name", text -> new TagId(ANY, text));
    TagType type = section.choice("type", TagType.class, TagType::name);
    TagAccess access =
        section.choice(
            "access", TagAccess.class, a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Optional<ModbusAddress> modbus = modbus(section, name.text(), type, access);
    double low = limit(section, "low", type, 0);
    double high = limit(section, "high", type, 1);
    if (low >= high) {
      throw section.refuse("high", number(high), "more than low, which is " + number(low));
    }
    TagSpec tag =
        new TagSpec(
            name.text(),
            section.text("title"),
            type,
            section.has("unit") ? section.text("unit") : "",
            low,
            high,
            access,
            initial(section, type, low, high),
            modbus,
            s7(section, name.text(), type));
    tags.define(name, tag);
    return tag;
  }

  private static double limit(Section section, String key, TagType type, double ofBool)
      throws Unusable {
    if (type == TagType.BOOL) {
      if (section.has(key)) {
        throw section.refuse(key, key + " on a BOOL", "no " + key + ": a BOOL is true or false");
      }
      return ofBool;
    }
    if (!section.has(key)) {
      throw section.refuse("name", type + " without " + key, "keys low and high: its range");
    }
    return section.number(key);
  }

  private static TagValue initial(Section section, TagType type, double low, double high)
      throws Unusable {
    if (type == TagType.BOOL) {
      return new TagValue.Bool(section.flag("initial"));
    }
    double initial = section.number("initial");
    if (initial < low || initial > high) {
      throw section.refuse(
          "initial",
          number(initial),
          "a value inside the tag's range, " + number(low) + " to " + number(high));
    }
    try {
      return TagValue.of(type, initial);
    } catch (IllegalArgumentException _) {
      throw section.refuse("initial", number(initial), "an INT: a whole number, -32768 to 32767");
    }
  }

  private Optional<S7Address> s7(Section section, String name, TagType type) throws Unusable {
    if (!section.has("s7")) {
      return Optional.empty();
    }
    S7Address address = section.name("s7", text -> S7Address.parse(text, type));
    for (S7Address bit : bits(address, type)) {
      String owner = takenBits.putIfAbsent(bit, name);
      if (owner != null) {
        problems.add(
            section.placeOf("s7"),
            "S7 address " + section.text("s7") + ", where tag " + owner + " lies already",
            "an address of its own");
        break;
      }
    }
    return Optional.of(address);
  }

  /** All bits that a tag takes. */
  private static List<S7Address> bits(S7Address at, TagType type) {
    if (at.single()) {
      return List.of(at);
    }
    int bytes = type == TagType.REAL ? Float.BYTES : Short.BYTES;
    return IntStream.range(0, Byte.SIZE * bytes)
        .mapToObj(
            i -> new S7Address(at.area(), at.block(), at.offset() + i / Byte.SIZE, i % Byte.SIZE))
        .toList();
  }

  private Optional<ModbusAddress> modbus(
      Section section, String name, TagType type, TagAccess access) throws Unusable {
    if (!section.has("modbus")) {
      return Optional.empty();
    }
    String written = section.text("modbus");
    String[] parts = written.split(" ", -1);
    Table table = table(section, parts[0]);
    int offset = offset(section, parts[parts.length - 1]);
    boolean bits = table == Table.COIL || table == Table.DISCRETE_INPUT;
    if (bits != (type == TagType.BOOL)) {
      throw section.refuse(
          "modbus",
          type + " at " + Quoted.of(written),
          type == TagType.BOOL ? "coil or discrete for a BOOL" : "input or holding for a number");
    }
    boolean fixed = table == Table.DISCRETE_INPUT || table == Table.INPUT_REGISTER;
    if (fixed && access == TagAccess.READ_WRITE) {
      throw section.refuse(
          "modbus",
          "a read-write tag at " + Quoted.of(written),
          (bits ? "coil" : "holding") + ": Modbus cannot write to the other table");
    }
    claim(section, name, new ModbusAddress(table, offset));
    if (type == TagType.REAL) {
      if (offset == 0xFFFF) {
        throw section.refuse(
            "modbus", Quoted.of(written) + " for a REAL", "65534 at most: a REAL takes two");
      }
      claim(section, name, new ModbusAddress(table, offset + 1));
    }
    return Optional.of(new ModbusAddress(table, offset));
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

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
