package org.bumpless.plant.file;

import java.util.Collection;

/** Text from a file, made fit to stand in a one-line message. */
final class Quoted {
  private static final int SHOWN_MAX = 60;

  private Quoted() {}

  /** What may stand in a place, for example {@code one of input, holding}. */
  static String oneOf(Collection<String> allowed) {
    return allowed.size() == 1 ? allowed.iterator().next() : "one of " + String.join(", ", allowed);
  }

  /** In quotes, control characters shown as {@code \\u000a}, cut after 60 characters. */
  static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN_MAX)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append(text.codePointCount(0, text.length()) > SHOWN_MAX ? "...\"" : "\"")
        .toString();
  }
}
