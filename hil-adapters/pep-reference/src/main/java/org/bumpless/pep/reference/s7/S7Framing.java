package org.bumpless.pep.reference.s7;

import org.bumpless.pep.reference.frames.Framing;

/** The TPKT header (RFC 1006, 6): version 3, a zero, the length of the whole. */
public final class S7Framing implements Framing {
  private static final int VERSION = 3;
  private static final int HEADER = 4;

  /** A header and the shortest ISO transport packet. */
  private static final int LENGTH_MIN = HEADER + 3;

  /** Longer packets than any controller agrees to are none. */
  private static final int LENGTH_MAX = 2_048;

  @Override
  public int lengthAt(byte[] bytes, int offset, int available) {
    if (bytes[offset] != VERSION || available >= 2 && bytes[offset + 1] != 0) {
      return MALFORMED;
    }
    if (available < HEADER) {
      return INCOMPLETE;
    }
    int length = (bytes[offset + 2] & 0xFF) << 8 | bytes[offset + 3] & 0xFF;
    return length < LENGTH_MIN || length > LENGTH_MAX ? MALFORMED : length;
  }

  @Override
  public int longest() {
    return LENGTH_MAX;
  }
}
