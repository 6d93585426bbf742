package org.bumpless.plc.st.typed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the controller's memory (6.5.5), for example {@code %QX0.1}, {@code %IW3}, {@code
 * %MD4}.
 *
 * @param area {@code I}, {@code Q} or {@code M}
 * @param size {@code X}, {@code B}, {@code W}, {@code D} or {@code L}
 * @param index of the byte for {@code X}, else the number of the byte, word and so on
 * @param bit for {@code X}, 0 to 7
 */
public record Address(char area, char size, int index, int bit) {
  private static final Pattern WRITTEN =
      Pattern.compile("%([IQM])([XBWDL]?)(\\d{1,6})(?:\\.(\\d))?");

  /** What is written so; empty if nothing is. */
  public static Optional<Address> of(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    char size = matcher.group(2).isEmpty() ? 'X' : matcher.group(2).charAt(0);
    int bit = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    if (bit > 7 || matcher.group(4) != null && size != 'X') {
      return Optional.empty();
    }
    return Optional.of(
        new Address(matcher.group(1).charAt(0), size, Integer.parseInt(matcher.group(3)), bit));
  }

  /** How many bits lie there. */
  public int width() {
    return switch (size) {
      case 'X' -> 1;
      case 'B' -> 8;
      case 'W' -> 16;
      case 'D' -> 32;
      default -> 64;
    };
  }

  @Override
  public String toString() {
    return "%" + area + size + index + (size == 'X' ? "." + bit : "");
  }
}
