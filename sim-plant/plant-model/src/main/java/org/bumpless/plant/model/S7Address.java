package org.bumpless.plant.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tag in the memory areas of a controller that speaks S7comm, as its engineers write
 * it: {@code DB1.DBX0.3}, {@code DB1.DBW2}, {@code DB1.DBD4}, {@code M10.2}, {@code IW4}, {@code
 * QD8}. A BOOL takes a bit (X), an INT a word (W), a REAL a double word (D); high byte first.
 *
 * @param block number of the data block, 1 to 65535; 0 in the other areas
 * @param offset of the first byte, 0 to 65535
 * @param bit 0 to 7, or {@link #WHOLE}
 */
public record S7Address(Area area, int block, int offset, int bit) {
  /** No single bit is meant. */
  public static final int WHOLE = -1;

  private static final Pattern WRITTEN =
      Pattern.compile("(?:DB(\\d{1,5})\\.DB|([IQM]))([XWD]?)(\\d{1,5})(?:\\.([0-7]))?");
  private static final int MAX = 0xFFFF;

  /** One of the memory areas. */
  public enum Area {
    INPUT('I'),
    OUTPUT('Q'),
    MARKER('M'),
    DATA_BLOCK('D');

    private final char letter;

    Area(char letter) {
      this.letter = letter;
    }

    public char letter() {
      return letter;
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none, or not of the width that the type takes
   */
  public static S7Address parse(String text, TagType type) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text, type);
    }
    boolean inBlock = matcher.group(1) != null;
    Area area = inBlock ? Area.DATA_BLOCK : area(matcher.group(2));
    int block = inBlock ? Integer.parseInt(matcher.group(1)) : 0;
    int offset = Integer.parseInt(matcher.group(4));
    String bit = matcher.group(5);
    String letter =
        switch (type) {
          case BOOL -> inBlock ? "X" : "";
          case INT -> "W";
          case REAL -> "D";
          case STRING -> "none";
        };
    boolean fits = matcher.group(3).equals(letter) && (bit != null) == (type == TagType.BOOL);
    if (!fits || offset > MAX || block > MAX || inBlock && block == 0) {
      throw wrong(text, type);
    }
    return new S7Address(area, block, offset, bit == null ? WHOLE : Integer.parseInt(bit));
  }

  private static Area area(String letter) {
    return switch (letter) {
      case "I" -> Area.INPUT;
      case "Q" -> Area.OUTPUT;
      default -> Area.MARKER;
    };
  }

  private static IllegalArgumentException wrong(String text, TagType type) {
    String expected =
        switch (type) {
          case BOOL -> "a bit, such as DB1.DBX0.3 or M10.2";
          case INT -> "a word, such as DB1.DBW2 or MW12";
          case REAL -> "a double word, such as DB1.DBD4 or MD16";
          case STRING -> "no address: a STRING has none";
        };
    return new IllegalArgumentException(
        "S7 address \"" + text + "\" for " + type + ": expected " + expected);
  }

  public boolean single() {
    return bit != WHOLE;
  }
}
