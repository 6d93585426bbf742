package org.bumpless.plant.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A program for a controller as an engineer wrote it.
 *
 * @param name what it is called, for example {@code level-loop}
 * @param text source, in a language of IEC 61131-3
 */
public record ProgramText(String name, String text) {
  public ProgramText {
    Names.requireName("program name", name);
  }

  /**
   * The text that a file holds: in UTF-8, or in the eight bits a letter (ISO 8859-1) that older
   * engineering stations write; empty if it is no text.
   */
  public static Optional<String> decoded(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
  }

  /** Whether a program can be called so. */
  public static boolean isName(String name) {
    return Names.isName(name);
  }

  /**
   * SHA-256 of the text in UTF-8, hexadecimal: by this one tells which program a controller has.
   */
  public String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
