package org.bumpless.plant.file;

/**
 * A place in a text file.
 *
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1, in Unicode code points; 0 if the file as a whole is meant
 */
public record Place(int line, int column) implements Comparable<Place> {
  /** The file as a whole. */
  public static final Place WHOLE_FILE = new Place(0, 0);

  @Override
  public int compareTo(Place other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
