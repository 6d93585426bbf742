package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantUpCommandTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"60s, PT1M", "60 s, PT1M", "1.5min, PT1M30S", "250ms, PT0.25S"})
  void readsLengthsOfTime(String written, java.time.Duration meant) {
    assertThat(new PlantUpCommand.Time().convert(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"soon", "60", "-1s", "0s"})
  void refusesOtherLengthsOfTime(String written) {
    assertThat(run("plant", "up", "plant.yaml", "--for", written)).isEqualTo(64);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("\"" + written + "\"; expected a length of time such as 5 ms, 10 s or 1 h");
  }

  @Test
  void aMissingPlantIsWrongUsageAndAMissingFileBadInput() {
    assertThat(run("plant")).isEqualTo(64);
    assertThat(run("plant", "up")).isEqualTo(64);
    assertThat(run("plant", "up", "no-such.yaml", "--for", "1s")).isEqualTo(65);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no-such.yaml");
  }

  private int run(String... arguments) {
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Bumpless.execute(terminal, terminal, arguments);
  }
}
