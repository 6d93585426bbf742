package org.bumpless.reports.junit;

/** Text as XML 1.0 can hold it. */
final class XmlText {
  private static final int STAND_IN = 0xFFFD;

  private XmlText() {}

  /** The text with every character that XML 1.0 (section 2.2) forbids replaced. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> allowed(c) ? c : STAND_IN).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
