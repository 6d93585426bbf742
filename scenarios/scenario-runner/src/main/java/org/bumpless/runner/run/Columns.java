package org.bumpless.runner.run;

import java.util.ArrayList;
import java.util.List;

/** Rows as lines, each column as wide as its widest cell. */
final class Columns {
  private static final int GAP = 2;

  private Columns() {}

  static List<String> of(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).repeat(' ', width(rows, i) + GAP - row.get(i).length());
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
