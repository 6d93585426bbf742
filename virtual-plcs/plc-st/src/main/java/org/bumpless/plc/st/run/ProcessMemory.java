package org.bumpless.plc.st.run;

/**
 * The memory in which a controller's inputs, outputs and markers lie (IEC 61131-3, 6.5.5). How
 * places of different sizes overlap is the controller's own affair.
 */
public interface ProcessMemory {
  /**
   * Reads a place.
   *
   * @param area {@code I}, {@code Q} or {@code M}
   * @param size {@code X}, {@code B}, {@code W}, {@code D} or {@code L}
   * @param index of the byte for {@code X}, else the number of the byte, word and so on
   * @param bit for {@code X}
   * @return its bits, the rest zero
   */
  long read(char area, char size, int index, int bit);

  /** Writes a place; see {@link #read}. */
  void write(char area, char size, int index, int bit, long value);
}
