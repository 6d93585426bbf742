package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void aShortTextIsOneLine() {
    assertThat(Paragraph.of("  timer  ", "quick")).containsExactly("  timer  quick");
  }

  @Test
  void aLongOneIsBrokenBetweenWordsBelowItsFirstWord() {
    String text = String.join(" ", Collections.nCopies(60, "late"));

    List<String> lines = Paragraph.of("  timer  ", text);

    assertThat(lines)
        .hasSize(3)
        .allMatch(line -> line.length() <= Paragraph.WIDTH)
        .allMatch(line -> line.endsWith("late"));
    assertThat(lines.get(1)).startsWith("         late");
  }

  @Test
  void aWordThatFitsNowhereStaysWhole() {
    String word = "x".repeat(200);

    assertThat(Paragraph.of("  ", "a " + word + " b")).containsExactly("  a", "  " + word, "  b");
  }

  @Test
  void aCommandStaysOneForTheShell() {
    String command = String.join(" ", Collections.nCopies(40, "word"));

    List<String> lines = Paragraph.ofCommand("  ", command);

    assertThat(lines).hasSize(2).allMatch(line -> line.length() <= Paragraph.WIDTH);
    assertThat(lines.getFirst()).endsWith("word \\");
    assertThat(lines.getLast()).endsWith("word");
  }
}
