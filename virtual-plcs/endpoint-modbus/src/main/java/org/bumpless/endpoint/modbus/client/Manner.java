package org.bumpless.endpoint.modbus.client;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;

/**
 * The ways in which the client can write one tag: as ordinary clients do, and as those do who want
 * past a filter.
 */
enum Manner {
  /** Function 5, 6 or 16, whichever is the least that does it. */
  PLAIN("plain"),
  FUNCTION_5("function 5"),
  /** A REAL is written word by word, in two requests. */
  FUNCTION_6("function 6"),
  FUNCTION_15("function 15"),
  FUNCTION_16("function 16"),
  /** A REAL is written word by word, in two requests. */
  FUNCTION_22("function 22"),
  FUNCTION_23("function 23"),
  /** Two segments: the header, then the PDU. */
  SPLIT_FRAME("split frame"),
  /** Two segments, divided after the third byte. */
  SPLIT_IN_HEADER("split in header"),
  /** Two segments, divided behind the address. */
  SPLIT_IN_BODY("split in body"),
  /** A read and the write in one segment. */
  BEHIND_A_READ("behind a read"),
  /** Two reads and the write in one segment. */
  BEHIND_TWO_READS("behind two reads"),
  /** To a unit that is not the controller's. */
  WRONG_UNIT("wrong unit"),
  /** A length field of 300, and that many bytes. */
  OVERSIZED_LENGTH("oversized length"),
  /** Protocol id 1 instead of 0. */
  WRONG_PROTOCOL_ID("wrong protocol id");

  private final String words;

  Manner(String words) {
    this.words = words;
  }

  static Set<String> allWords() {
    Set<String> all = new LinkedHashSet<>();
    for (Manner manner : values()) {
      all.add(manner.words);
    }
    return all;
  }

  /**
   * The manner of that name, for a tag.
   *
   * @throws IllegalArgumentException if there is none or the tag cannot be written so, with the
   *     list of what is possible
   */
  static Manner of(String words, Tag tag) {
    Table table = TagBook.range(tag).table();
    List<Manner> possible = Arrays.stream(values()).filter(manner -> manner.suits(table)).toList();
    for (Manner manner : possible) {
      if (manner.words.equals(words)) {
        return manner;
      }
    }
    throw new IllegalArgumentException(
        "modbus-tcp cannot write %s (%s in table %s) in the manner \"%s\"; it can: %s"
            .formatted(
                tag.id(),
                tag.type(),
                table,
                words,
                possible.isEmpty()
                    ? "nothing, the protocol has no function that writes this table"
                    : possible.stream().map(manner -> manner.words).toList()));
  }

  private boolean suits(Table table) {
    return switch (table) {
      case DISCRETE_INPUT, INPUT_REGISTER -> false;
      case COIL ->
          switch (this) {
            case FUNCTION_6, FUNCTION_16, FUNCTION_22, FUNCTION_23 -> false;
            default -> true;
          };
      case HOLDING_REGISTER ->
          switch (this) {
            case FUNCTION_5, FUNCTION_15 -> false;
            default -> true;
          };
    };
  }
}
