package org.bumpless.runner.access;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of an HTTP/1.1 server, as far as a client of a gate wants it (RFC 9112).
 *
 * @param code status code, 100 to 599
 * @param reason what stands behind it; may be empty
 * @param headers names in lower case; of several with one name the last
 */
record HttpReply(int code, String reason, Map<String, String> headers) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: (.*))?");
  private static final int HEAD_BYTES_MAX = 16_384;
  private static final int BODY_BYTES_MAX = 256 * 1024;
  private static final int SUCCESS = 200;
  private static final int AFTER_SUCCESS = 300;
  private static final int SERVER_ERROR = 500;
  private static final int HEX = 16;

  HttpReply {
    headers = Map.copyOf(headers);
  }

  /** Takes status line and headers, and not a byte more. */
  static HttpReply head(InputStream in) throws IOException {
    String status = line(in);
    Matcher matcher = STATUS.matcher(status);
    if (!matcher.matches()) {
      throw new IOException("found \"" + shown(status) + "\", expected an answer of HTTP/1.1");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    int bytes = status.length();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      bytes += line.length();
      if (bytes > HEAD_BYTES_MAX) {
        throw new IOException("headers of more than " + HEAD_BYTES_MAX + " bytes");
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new HttpReply(
        Integer.parseInt(matcher.group(1)),
        Optional.ofNullable(matcher.group(2)).orElse(""),
        headers);
  }

  boolean success() {
    return code >= SUCCESS && code < AFTER_SUCCESS;
  }

  /** Whether it is a no, and not the failure of somebody who would have said yes. */
  boolean refuses() {
    return code < SERVER_ERROR;
  }

  /** Code and reason. */
  String words() {
    return ("HTTP " + code + " " + shown(reason)).strip();
  }

  /** Takes what follows the head (RFC 9112, section 6.3). */
  byte[] body(InputStream in) throws IOException {
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      return chunks(in);
    }
    String length = headers.get("content-length");
    if (length == null) {
      return limited(in.readNBytes(BODY_BYTES_MAX + 1));
    }
    int bytes = number(length, 10);
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new EOFException("the answer ended after " + body.length + " of " + bytes + " bytes");
    }
    return body;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(in.readNBytes(size));
      limited(body.toByteArray());
      line(in);
    }
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return number(line(in).replaceFirst(";.*", "").strip(), HEX);
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number >= 0 && number <= BODY_BYTES_MAX) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below, together with numbers that are none we take
    }
    throw new IOException("found a length of " + shown(text) + ", expected 0 to " + BODY_BYTES_MAX);
  }

  private static byte[] limited(byte[] body) throws IOException {
    if (body.length > BODY_BYTES_MAX) {
      throw new IOException("an answer of more than " + BODY_BYTES_MAX + " bytes");
    }
    return body;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the far end closed the connection instead of an answer");
      }
      if (line.length() == HEAD_BYTES_MAX) {
        throw new IOException("a line of more than " + HEAD_BYTES_MAX + " bytes");
      }
      line.append((char) next);
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  /** What somebody else has said, fit for a message. */
  private static String shown(String text) {
    String clean =
        new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII)
            .replaceAll("[^ -~]", "?");
    return clean.length() > 80 ? clean.substring(0, 80) + "..." : clean;
  }
}
