package org.bumpless.plant.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.TagType;

/**
 * Places of located variables (IEC 61131-3, 6.5.5.2) in the Modbus data model, by the rule of the
 * OpenPLC runtime, version 3, so that configurations of HMIs that were made for it go on working:
 * outputs are coils and holding registers, inputs are discrete inputs and input registers, memory
 * words are holding registers from 1024, double words from 2048 with the high word first.
 */
final class LocatedAddress {
  static final String MARK = "%";

  /** Words of each kind, and bytes of bits. */
  private static final int COUNT = 1024;

  private static final Pattern BIT = Pattern.compile("(%[IQ]X)(\\d{1,4})\\.([0-7])");
  private static final Pattern WORD = Pattern.compile("(%[IQM]W|%MD)(\\d{1,4})");

  /** How the places of one kind are numbered. */
  private record Kind(String prefix, TagType type, Table table, int first, int each) {
    ModbusAddress at(int index) {
      return new ModbusAddress(table, first + index * each);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("%QX", TagType.BOOL, Table.COIL, 0, 1),
          new Kind("%IX", TagType.BOOL, Table.DISCRETE_INPUT, 0, 1),
          new Kind("%IW", TagType.INT, Table.INPUT_REGISTER, 0, 1),
          new Kind("%QW", TagType.INT, Table.HOLDING_REGISTER, 0, 1),
          new Kind("%MW", TagType.INT, Table.HOLDING_REGISTER, COUNT, 1),
          new Kind("%MD", TagType.REAL, Table.HOLDING_REGISTER, 2 * COUNT, 2));

  private LocatedAddress() {}

  /**
   * The Modbus address of a located variable.
   *
   * @throws IllegalArgumentException if it has none, or not for that type
   */
  static ModbusAddress parse(String written, TagType type) {
    String text = written.toUpperCase(Locale.ROOT);
    Matcher bit = BIT.matcher(text);
    Matcher word = WORD.matcher(text);
    int index;
    String prefix;
    if (bit.matches()) {
      prefix = bit.group(1);
      index = Integer.parseInt(bit.group(2)) * Byte.SIZE + Integer.parseInt(bit.group(3));
    } else if (word.matches()) {
      prefix = word.group(1);
      index = Integer.parseInt(word.group(2));
    } else {
      throw new IllegalArgumentException(
          "located address %s: expected %%QX0.0, %%IX0.0, %%IW0, %%QW0, %%MW0 or %%MD0"
              .formatted(Quoted.of(written)));
    }
    Kind kind = kind(prefix).orElseThrow();
    if (kind.type() != type) {
      throw new IllegalArgumentException(
          "%s at %s: expected %s"
              .formatted(
                  type,
                  Quoted.of(written),
                  KINDS.stream()
                      .filter(k -> k.type() == type)
                      .map(Kind::prefix)
                      .reduce((a, b) -> a + " or " + b)
                      .orElse("another type")));
    }
    int end = type == TagType.BOOL ? COUNT * Byte.SIZE : COUNT;
    if (index >= end) {
      throw new IllegalArgumentException(
          "located address %s: expected one up to %s%d%s"
              .formatted(Quoted.of(written), prefix, COUNT - 1, type == TagType.BOOL ? ".7" : ""));
    }
    return kind.at(index);
  }

  private static Optional<Kind> kind(String prefix) {
    return KINDS.stream().filter(kind -> kind.prefix().equals(prefix)).findFirst();
  }
}
