package org.bumpless.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.history.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");

  @TempDir private Path out = Path.of("");

  @Test
  void isNamedAfterTimeProductAndSeed() {
    assertThat(RunFolder.create(out, NOW, "proxy", 42).runId())
        .isEqualTo("20261124-081500-proxy-42");
  }

  @Test
  void aSecondRunInTheSameSecondHasAFolderOfItsOwn() {
    RunFolder.create(out, NOW, "proxy", 42);

    assertThat(RunFolder.create(out, NOW, "proxy", 42).runId())
        .isEqualTo("20261124-081500-proxy-42.2");
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(out.resolve("runs"), "");

    assertThatExceptionOfType(MissingException.class)
        .isThrownBy(() -> RunFolder.create(file, NOW, "proxy", 42))
        .withMessage(
            "%s cannot be written (%s is a file); make room there or choose another folder with"
                + " --out",
            file, file);
    assertThatExceptionOfType(MissingException.class)
        .isThrownBy(() -> RunFolder.create(file.resolve("below"), NOW, "proxy", 42))
        .withMessageContaining(file.toString())
        .withMessageContaining("--out");
  }

  @Test
  void aHistoryThatCannotBeWrittenIsNoticedAndDoesNotHoldTheRunUp() throws Exception {
    Path file = Files.writeString(out.resolve("occupied"), "");
    try (HistoryWriter writer = new HistoryWriter(file.resolve("history.ndjson"))) {
      Awaitility.await("the writer notices")
          .atMost(Duration.ofSeconds(10))
          .until(() -> writer.failure().isPresent());
      for (int i = 0; i < 20_000; i++) {
        writer.add(new Entry.Mark(i, Entry.Mark.Kind.STEP, "on and on"));
      }
      assertThat(writer.settle()).as("all that the file lacks is counted").isEqualTo(20_000);
    }
  }

  @Test
  void aHistoryThatCanBeWrittenIsThereAfterTheEnd() throws IOException {
    Path file = out.resolve("history.ndjson");
    try (HistoryWriter writer = new HistoryWriter(file)) {
      writer.add(new Entry.Mark(7, Entry.Mark.Kind.STEP, "a step"));
    }

    assertThat(file)
        .hasContent("{\"nanos\":7,\"kind\":\"mark\",\"mark\":\"STEP\",\"text\":\"a step\"}");
    try (HistoryWriter writer = new HistoryWriter(file)) {
      assertThat(writer.failure()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void runsThatBeginAtTheSameTimeDoNotShareAFolder() throws Exception {
    int runs = 24;
    Set<Path> made = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Path> begin = () -> RunFolder.create(out, NOW, "proxy", 1).path();
      for (Future<Path> folder : threads.invokeAll(Collections.nCopies(runs, begin))) {
        made.add(folder.get());
      }
    }

    assertThat(made).hasSize(runs).allMatch(Files::isDirectory);
  }
}
