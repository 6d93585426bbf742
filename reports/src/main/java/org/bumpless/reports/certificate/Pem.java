package org.bumpless.reports.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The textual form of keys (RFC 7468). */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private Pem() {}

  static String write(String label, byte[] der) {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }

  /** The bytes of the first block with a label; empty if there is none that can be read. */
  static Optional<byte[]> read(String label, String text) {
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals(label)) {
        try {
          return Optional.of(Base64.getMimeDecoder().decode(blocks.group(2)));
        } catch (IllegalArgumentException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
