package org.bumpless.pdp.cedar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a policy file, cut into its policies, so that each fault can be told with its line.
 */
final class PolicyText {
  private final String text;
  private final List<Part> parts;

  /**
   * One policy of the file, with the comments before it.
   *
   * @param start index of its first character in the file
   * @param code index of the first character that is not a comment
   */
  record Part(String source, int start, int code) {}

  PolicyText(String text) {
    this.text = text;
    this.parts = cut(text);
  }

  /** The policies in file order; a last one without its semicolon is among them. */
  List<Part> parts() {
    return parts;
  }

  /** Line and column, both from 1, of a character of the file. */
  String place(int index) {
    String before = text.substring(0, index);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (index - before.lastIndexOf('\n'));
  }

  /** Line and column of a place within a part that Cedar tells in bytes of UTF-8. */
  String place(Part part, int bytes) {
    byte[] source = part.source().getBytes(StandardCharsets.UTF_8);
    int end = Math.clamp(bytes, 0, source.length);
    return place(
        part.start() + new String(Arrays.copyOf(source, end), StandardCharsets.UTF_8).length());
  }

  private static List<Part> cut(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    int code = -1;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        at = endOfLine(text, at);
        continue;
      }
      if (code < 0 && !Character.isWhitespace(c)) {
        code = at;
      }
      at = c == '"' ? endOfString(text, at) : at + 1;
      if (c == ';') {
        parts.add(new Part(text.substring(start, at), start, code));
        start = at;
        code = -1;
      }
    }
    if (code >= 0) {
      parts.add(new Part(text.substring(start), start, code));
    }
    return List.copyOf(parts);
  }

  private static int endOfLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static int endOfString(String text, int quote) {
    int at = quote + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }
}
