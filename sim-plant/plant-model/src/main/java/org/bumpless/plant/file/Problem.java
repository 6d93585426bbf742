package org.bumpless.plant.file;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One thing that is wrong in a file that a person wrote.
 *
 * @param file as the person named it
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1, in Unicode code points; 0 if the file as a whole is meant
 * @param found what stands there
 * @param expected what should stand there, and with it the remedy
 */
public record Problem(String file, int line, int column, String found, String expected)
    implements Comparable<Problem>, Serializable {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::found)
          .thenComparing(Problem::expected);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /** One line, for example {@code plant.yaml:12:7: found unknown key "colour"; expected id}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": found " + found + "; expected " + expected;
  }
}
