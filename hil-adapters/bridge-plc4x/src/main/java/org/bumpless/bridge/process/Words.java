package org.bumpless.bridge.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line between the bench and the process at the controller: words with tabs between them. The
 * first says what the line is about.
 */
record Words(List<String> all) {
  private static final String BETWEEN = "\t";

  Words {
    all = List.copyOf(all);
  }

  static Words of(Object... words) {
    return new Words(Stream.of(words).map(Words::plain).toList());
  }

  static Words parse(String line) {
    return new Words(List.of(line.split(BETWEEN, -1)));
  }

  private static String plain(Object word) {
    return String.valueOf(word).replaceAll("[\\t\\r\\n]+", " ");
  }

  String about() {
    return all.getFirst();
  }

  String word(int index) {
    if (index >= all.size()) {
      throw new IllegalArgumentException("line \"" + this + "\" has no word " + index);
    }
    return all.get(index);
  }

  long whole(int index) {
    return Long.parseLong(word(index));
  }

  double number(int index) {
    return Double.parseDouble(word(index));
  }

  @Override
  public String toString() {
    return all.stream().collect(Collectors.joining(BETWEEN));
  }
}
