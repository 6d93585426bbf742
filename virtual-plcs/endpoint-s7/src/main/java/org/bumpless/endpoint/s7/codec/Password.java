package org.bumpless.endpoint.s7.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password as S7comm carries it: eight characters, filled up with spaces, each mixed with the one
 * two places before. That hides it from nobody who sees the packet.
 */
public final class Password {
  /** Characters that count; what is beyond is cut off. */
  public static final int CHARACTERS = 8;

  private static final int MASK = 0x55;

  private Password() {}

  /** The bytes on the wire. */
  public static byte[] encode(String password) {
    byte[] plain = filled(password);
    for (int i = 0; i < CHARACTERS; i++) {
      plain[i] ^= (byte) (MASK ^ (i < 2 ? 0 : plain[i - 2]));
    }
    return plain;
  }

  /** What bytes from the wire say, without the spaces at its end. */
  public static String decode(byte[] wire) {
    byte[] plain = Arrays.copyOf(wire, CHARACTERS);
    for (int i = CHARACTERS - 1; i >= 0; i--) {
      plain[i] ^= (byte) (MASK ^ (i < 2 ? 0 : plain[i - 2]));
    }
    return new String(plain, StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** Whether one is the same for a controller. */
  public static boolean same(String one, String other) {
    return Arrays.equals(filled(one), filled(other));
  }

  private static byte[] filled(String password) {
    byte[] all = (password + " ".repeat(CHARACTERS)).getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(all, CHARACTERS);
  }
}
