package org.bumpless.plant.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/** Reads the tags of one controller type; no two may share a place. */
final class TagReader {
  private static final AssetId ANY = new AssetId("any");

  private final Registry<TagSpec> tags;
  private final Problems problems;
  private final ModbusAddressReader modbus;
  private final Map<S7Address, String> takenBits = new HashMap<>();

  TagReader(Problems problems) {
    this.tags = new Registry<>("tag", problems);
    this.problems = problems;
    this.modbus = new ModbusAddressReader(problems);
  }

  TagSpec tag(Section section) throws Unusable {
    Word name = section.word("name");
    tags.declare(name);
    section.name("name", text -> new TagId(ANY, text));
    TagType type = section.choice("type", TagType.class, TagType::name);
    TagAccess access =
        section.choice(
            "access", TagAccess.class, a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Optional<ModbusAddress> address = modbus.read(section, name.text(), type, access);
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
            address,
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

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
