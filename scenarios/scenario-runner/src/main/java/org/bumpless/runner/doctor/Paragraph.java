package org.bumpless.runner.doctor;

import java.util.ArrayList;
import java.util.List;

/** Words in lines that fit on a terminal. */
final class Paragraph {
  static final int WIDTH = 120;

  private Paragraph() {}

  /**
   * Breaks a text between words; a word that is longer than a line stays whole.
   *
   * @param label before the first line; the others are indented by its length
   */
  static List<String> of(String label, String text) {
    return of(label, text, "");
  }

  /** A command line, which stays one for the shell that it is pasted into. */
  static List<String> ofCommand(String label, String command) {
    return of(label, command, " \\");
  }

  private static List<String> of(String label, String text, String broken) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    boolean begun = false;
    for (String word : text.strip().split("\\s+", -1)) {
      if (begun && line.length() + 1 + word.length() + broken.length() > WIDTH) {
        lines.add(line + broken);
        line = new StringBuilder(" ".repeat(label.length()));
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    lines.add(line.toString());
    return lines;
  }
}
