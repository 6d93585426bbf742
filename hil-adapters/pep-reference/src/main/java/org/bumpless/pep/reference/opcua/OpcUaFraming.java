package org.bumpless.pep.reference.opcua;

import org.bumpless.pep.reference.frames.Framing;

/**
 * The header of every OPC UA TCP chunk (OPC 10000-6, 6.7.2.2): three letters, the chunk type, the
 * size with the header.
 *
 * <p>No chunk may be longer than 65 536 bytes: what the stacks of today send by default, and the
 * most that one session can make the product hold.
 */
public final class OpcUaFraming implements Framing {
  static final int HEADER = 8;
  private static final int LONGEST = 65_536;

  @Override
  public int lengthAt(byte[] bytes, int offset, int available) {
    if (available < HEADER) {
      return INCOMPLETE;
    }
    long size = UaBytes.u32(bytes, offset + 4);
    return size < HEADER || size > LONGEST ? MALFORMED : (int) size;
  }

  @Override
  public int longest() {
    return LONGEST;
  }
}
