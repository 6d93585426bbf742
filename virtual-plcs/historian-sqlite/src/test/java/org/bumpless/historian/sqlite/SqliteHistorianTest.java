package org.bumpless.historian.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.station.Historian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistorianTest {
  private static final Duration FLUSH = Duration.ofMillis(250);
  private static final long MILLI = 1_000_000L;

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Told.ZERO);

  @Test
  void samplesCarryTimeValueUnitAndQuality() throws Exception {
    try (Historian historian = open(4_000, 1_000)) {
      historian.polled(Told.level(100 * MILLI, 50));
      historian.polled(Told.level(200 * MILLI, 50.05));
      historian.polled(Told.poll(300 * MILLI, Told.answer(50.05, true)));
      historian.polled(Told.poll(400 * MILLI, new Outcome.NoReply("silence")));
      historian.polled(Told.poll(500 * MILLI, new Outcome.NoReply("silence")));
      historian.polled(Told.poll(600 * MILLI, new Outcome.Refused("no")));
      historian.polled(Told.level(700 * MILLI, 60));
    }

    assertThat(
            Told.rows(
                folder, "SELECT time_utc, value, unit, quality FROM samples WHERE tag='LIC-1.PV'"))
        .containsExactly(
            "2026-03-01T06:00:00.100Z 50.0 % good",
            "2026-03-01T06:00:00.400Z null % no reply",
            "2026-03-01T06:00:00.600Z null % refused",
            "2026-03-01T06:00:00.700Z 60.0 % good");
    assertThat(
            Told.rows(
                folder, "SELECT bench_nanos, value FROM samples WHERE tag='LIC-1.HIHI' LIMIT 2"))
        .containsExactly("100000000 0.0", "300000000 1.0");
  }

  @Test
  void anAnswerWithoutATagIsNoSampleOfIt() throws Exception {
    try (Historian historian = open(4_000, 1_000)) {
      historian.polled(
          Told.poll(
              MILLI,
              new Outcome.Answered(Map.of(Told.ALARM, new TagValue.Bool(true)), "half an answer")));
    }

    assertThat(Told.rows(folder, "SELECT tag, value, quality FROM samples"))
        .containsExactly("LIC-1.PV null missing", "LIC-1.HIHI 1.0 good");
  }

  @Test
  void whatIsRecordedCanBeReadAtTheNextFlush() throws Exception {
    try (Historian historian = open(4_000, 1_000)) {
      historian.polled(Told.level(MILLI, 50));
      flush();
      assertThat(Told.rows(folder, "SELECT count(*) FROM sample")).containsExactly("2");
      assertThat(historian.account().samples()).isEqualTo(2);
    }
  }

  @Test
  void polledNeverWaitsAndWhatDoesNotFitIsCountedThereAndInTheFile() throws Exception {
    try (Historian historian = open(3, 1_000)) {
      for (int i = 1; i <= 5; i++) {
        historian.polled(Told.level(i * MILLI, i));
      }
      assertThat(historian.account().lost()).isEqualTo(2);
      flush();
      historian.polled(Told.level(400 * MILLI, 80));
      assertThat(historian.account()).isEqualTo(new Historian.Account(6, 4, 2, none()));
    }

    assertThat(Told.rows(folder, "SELECT * FROM gap"))
        .containsExactly("2026-03-01T06:00:00.000Z 2026-03-01T06:00:00.250Z 2");
    assertThat(Told.rows(folder, "SELECT value FROM samples WHERE tag='LIC-1.PV'"))
        .containsExactly("1.0", "2.0", "3.0", "80.0");
    assertThat(Told.about(folder)).containsEntry("polls", "6").containsEntry("polls lost", "2");
  }

  @Test
  void aFullFileDropsItsOldestSamples() throws Exception {
    try (Historian historian = open(4_000, 100)) {
      for (int i = 1; i <= 1_000; i++) {
        historian.polled(Told.level(i * MILLI, i % 2 == 0 ? 10 : 90));
        if (i % 100 == 0) {
          flush();
        }
      }
      assertThat(historian.account().samples()).isBetween(98L, 100L);
    }

    assertThat(Told.rows(folder, "SELECT count(*) BETWEEN 98 AND 100 FROM sample"))
        .containsExactly("1");
    assertThat(Told.rows(folder, "SELECT max(bench_nanos) FROM sample"))
        .containsExactly(Long.toString(1_000 * MILLI));
    assertThat(Told.about(folder))
        .containsKey("samples dropped, oldest first, because the file was full");
  }

  @Test
  void aDatabaseThatFailsIsToldAndStopsNobody() throws Exception {
    try (Historian historian = open(4_000, 1_000)) {
      historian.polled(Told.level(MILLI, 50));
      flush();
      try (var connection =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("historian.sqlite"));
          var statement = connection.createStatement()) {
        statement.execute("DROP TABLE sample");
      }
      historian.polled(Told.level(300 * MILLI, 60));
      clock.advance(FLUSH);
      await("the failure to be told")
          .atMost(Duration.ofSeconds(10))
          .until(() -> historian.account().failure().isPresent());
      historian.polled(Told.level(400 * MILLI, 70));

      assertThat(historian.account().failure().orElseThrow())
          .startsWith("cannot write historian.sqlite: ")
          .contains("no such table: ");
      assertThat(historian.account().lost()).isEqualTo(2);
    }
  }

  @Test
  void onePlainFileIsLeft() throws Exception {
    try (Historian historian = open(4_000, 1_000)) {
      historian.polled(Told.level(MILLI, 50));
      flush();
      assertThat(folder.resolve("historian.sqlite-wal")).exists();
    }

    assertThat(files()).containsExactly("historian.sqlite");
    assertThat(Told.rows(folder, "PRAGMA journal_mode")).containsExactly("delete");
    assertThat(Told.about(folder))
        .containsEntry("seed", "7")
        .containsEntry("historian", "HIST-1")
        .containsEntry("station", "AGG-1")
        .containsEntry("began", "2026-03-01T06:00:00.000Z")
        .containsEntry("ended", "2026-03-01T06:00:00.250Z");
  }

  @Test
  void aReaderThatStaysLosesNothing() throws Exception {
    try (var connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("historian.sqlite"))) {
      Historian historian = open(4_000, 1_000);
      try {
        historian.polled(Told.level(MILLI, 50));
        flush();
        connection.setAutoCommit(false);
        assertThat(count(connection)).isEqualTo(2);
        historian.polled(Told.level(300 * MILLI, 60));
      } finally {
        historian.close();
      }
      assertThat(historian.account().failure()).isEmpty();
      assertThat(count(connection)).as("what a reader sees in one transaction").isEqualTo(2);
    }

    assertThat(Told.rows(folder, "SELECT value FROM samples WHERE tag='LIC-1.PV'"))
        .containsExactly("50.0", "60.0");
    assertThat(files()).containsExactly("historian.sqlite");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() -> new SqliteHistorianProvider().open(Told.settings(nowhere, clock)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot make the database " + nowhere.resolve("historian.sqlite"));
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM sample")) {
      return rows.getInt(1);
    }
  }

  private Historian open(int queued, long samplesMax) throws IOException {
    return new SqliteHistorian(
        Told.settings(folder, clock),
        new Limits(queued, FLUSH, Duration.ofSeconds(10), 0.001, samplesMax));
  }

  /** Lets the historian write what it has, and waits until it waits again. */
  private void flush() {
    awaitWaiting();
    clock.advance(FLUSH);
    awaitWaiting();
  }

  private void awaitWaiting() {
    await("the historian to wait for its next flush")
        .atMost(Duration.ofSeconds(10))
        .until(() -> clock.waiting() == 1);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
