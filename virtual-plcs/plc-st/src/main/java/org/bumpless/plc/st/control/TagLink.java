package org.bumpless.plc.st.control;

/**
 * A tag and the variable that is behind it.
 *
 * @param slot of the tag
 * @param writable whether the network writes it
 * @param unsigned whether the variable is one of 16 bits without a sign, which a tag has with one
 */
record TagLink(int slot, boolean writable, boolean unsigned) {
  private static final int RANGE = 1 << 16;

  /** What the program makes of what the network has written. */
  double toProgram(double value) {
    return unsigned && value < 0 ? value + RANGE : value;
  }

  /** What the network is told of the program's value. */
  double toNetwork(double value) {
    return unsigned && value > Short.MAX_VALUE ? value - RANGE : value;
  }
}
