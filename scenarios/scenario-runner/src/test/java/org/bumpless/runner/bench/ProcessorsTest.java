package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bumpless.runner.bench.Processors.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {
  @TempDir private Path folder;
  private Path table;
  private Processors processors;

  @BeforeEach
  void begin() throws IOException {
    table = folder.resolve("stat");
    write("cpu  10 0 10 70 10 0 0 0 5 0");
    processors = new Processors(table);
  }

  @Test
  void whatIsIdleOrWaitsForADiskIsToSpare() {
    assertThat(processors.read()).contains(new Reading(100, 80, 0));
  }

  @Test
  void onlyTheStretchesThatAreCountedCount() throws IOException {
    Optional<Reading> first = processors.read();
    write("cpu  90 0 20 80 10 0 0 0 5 0");
    processors.count(first);
    write("cpu  90 0 20 980 10 0 0 0 5 0");
    Optional<Reading> second = processors.read();
    write("cpu  140 0 50 990 10 0 0 10 5 0");
    processors.count(second);

    assertThat(processors.idle()).hasValue(20.0 / 200);
    assertThat(processors.stolen()).hasValue(10.0 / 200);
  }

  @Test
  void aHostThatDoesNotTellIsNotJudgedByIt() throws IOException {
    Files.delete(table);
    processors.count(processors.read());

    assertThat(processors.idle()).isEmpty();
    assertThat(processors.stolen()).isEmpty();
  }

  private void write(String line) throws IOException {
    Files.writeString(table, line + "\ncpu0 1 2 3 4 5 6 7 8 9 10\n");
  }
}
