package org.bumpless.plc.st.problem;

import org.bumpless.plc.st.tree.Spot;

/**
 * Something that is wrong with a program.
 *
 * @param line from 1
 * @param column from 1
 * @param text that is wrong
 * @param message what is wrong with it
 * @param hint what would be right
 */
public record Problem(int line, int column, String text, String message, String hint) {
  public static Problem at(Spot spot, String message, String hint) {
    return new Problem(spot.line(), spot.column(), spot.text(), message, hint);
  }

  @Override
  public String toString() {
    return "%d:%d: \"%s\": %s; %s".formatted(line, column, text, message, hint);
  }
}
