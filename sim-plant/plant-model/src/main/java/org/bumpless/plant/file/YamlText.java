package org.bumpless.plant.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the bytes of a file into text that YAML allows, or says at which character it cannot. */
final class YamlText {
  /** Ten times the largest plant that anybody has written by hand. */
  static final int BYTES_MAX = 4 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlText() {}

  static String decode(byte[] bytes, Problems problems) throws BadFileException {
    if (bytes.length > BYTES_MAX) {
      problems.add(
          Place.WHOLE_FILE, bytes.length + " bytes", "a file of at most " + BYTES_MAX + " bytes");
      throw problems.exception();
    }
    String text = utf8(bytes, problems);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    requirePrintable(text, problems);
    return text;
  }

  private static String utf8(byte[] bytes, Problems problems) throws BadFileException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int bad = bytes[in.position()] & 0xFF;
      problems.add(
          endOf(out),
          String.format("byte 0x%02X, which is not UTF-8", bad),
          "a text file saved as UTF-8");
      throw problems.exception();
    }
    return out.toString();
  }

  private static void requirePrintable(String text, Problems problems) throws BadFileException {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        problems.add(
            endOf(text.substring(0, i)),
            String.format("character U+%04X", c),
            "printable characters only (YAML 1.2.2, 5.1)");
        throw problems.exception();
      }
    }
  }

  /** The place just behind a text that starts a file. */
  private static Place endOf(CharSequence before) {
    String text = before.toString();
    int lineStart = text.lastIndexOf('\n') + 1;
    int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
    return new Place(line, text.codePointCount(lineStart, text.length()) + 1);
  }
}
