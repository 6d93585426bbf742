package org.bumpless.endpoint.s7.codec;

import org.bumpless.plant.model.S7Address.Area;

/**
 * Bytes of a memory area, or one bit of it.
 *
 * @param area which
 * @param block number of the data block; 0 in the other areas
 * @param offset of the first byte
 * @param bytes how many; 1 for a bit
 * @param bit 0 to 7, or {@link #WHOLE}
 */
public record Range(Area area, int block, int offset, int bytes, int bit) {
  /** No single bit is meant. */
  public static final int WHOLE = -1;

  public boolean single() {
    return bit != WHOLE;
  }

  @Override
  public String toString() {
    String place = area == Area.DATA_BLOCK ? "DB" + block + ".DBB" : area.letter() + "B";
    return single() ? place + offset + "." + bit : place + offset + " x " + bytes;
  }
}
