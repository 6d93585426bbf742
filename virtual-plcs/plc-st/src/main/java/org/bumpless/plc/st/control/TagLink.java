package org.bumpless.plc.st.control;

import org.bumpless.plc.scan.ProgramImage;
import org.bumpless.plc.st.run.Cell;

/**
 * A tag and the variable that is behind it.
 *
 * @param slot of the tag
 * @param writable whether the network writes it
 * @param unsigned whether the variable is one of 16 bits without a sign, which a tag has with one
 */
record TagLink(int slot, Cell cell, boolean writable, boolean unsigned) {
  private static final int RANGE = 1 << 16;

  /** What the network has written goes to the program. */
  void before(ProgramImage image) {
    if (writable) {
      double value = image.get(slot);
      cell.set(unsigned && value < 0 ? value + RANGE : value);
    }
  }

  /** What the program has made of it goes to the network. */
  void after(ProgramImage image) {
    double value = cell.get();
    image.set(slot, unsigned && value > Short.MAX_VALUE ? value - RANGE : value);
  }
}
