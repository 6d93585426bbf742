package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTest {
  private static final long PLENTY = 1_000_000;

  @TempDir private Path folder;

  @Test
  void allIsInTheFileAndTheLastLinesAreKnown() throws Exception {
    OutputLog log = new OutputLog(folder, PLENTY);
    StringBuilder said = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      said.append("line ").append(i).append('\n');
    }
    log.pump(stream(said + "half a line"));

    assertThat(log.file()).hasContent(said + "half a line");
    assertThat(log.lastWords().lines())
        .hasSize(21)
        .startsWith("line 81")
        .endsWith("line 100", "half a line");
  }

  @Test
  void linesAreCutAndControlCharactersAreBlanks() {
    OutputLog log = new OutputLog(folder, PLENTY);
    log.pump(stream("\u001B[31mred\r\n" + "x".repeat(5_000) + "\n\n  \n"));

    assertThat(log.lastWords().lines()).containsExactly("[31mred", "x".repeat(400));
  }

  @Test
  void theFileHasALimitAndTheLastWordsAreStillTaken() throws Exception {
    OutputLog log = new OutputLog(folder, 10);
    log.pump(stream("0123456789abcdef\nthe end\n"));

    assertThat(Files.readString(log.file()))
        .isEqualTo("0123456789\n(no more than 10 bytes are kept)\n");
    assertThat(log.lastWords()).endsWith("the end");
  }

  @Test
  void aSecondStartContinuesTheFile() {
    new OutputLog(folder, PLENTY).pump(stream("first\n"));
    new OutputLog(folder, PLENTY).pump(stream("second\n"));

    assertThat(folder.resolve("output.log")).hasContent("first\nsecond\n");
  }

  @Test
  void outputIsTakenEvenIfItCannotBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("output.log"));
    OutputLog log = new OutputLog(folder, PLENTY);
    InputStream said = stream("some words\n");
    log.pump(said);

    assertThat(said.read()).as("all was taken").isEqualTo(-1);
    assertThat(log.lastWords())
        .startsWith("some words")
        .contains("output of the product is not in");
  }

  @Test
  void silenceIsSaid() {
    OutputLog log = new OutputLog(folder, PLENTY);
    log.pump(stream(""));

    assertThat(log.lastWords()).isEqualTo("(it printed nothing)");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
