package org.bumpless.historian.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bumpless.plant.model.Tag;

/** The SQLite file; used by one thread at a time. */
final class SampleStore implements AutoCloseable {
  private static final String[] SCHEMA = {
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA busy_timeout = 2000",
    "PRAGMA user_version = 1",
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """
    CREATE TABLE tag (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, type TEXT NOT NULL,
      unit TEXT NOT NULL, low REAL NOT NULL, high REAL NOT NULL, dead_band REAL NOT NULL)
    """,
    """
    CREATE TABLE sample (
      id INTEGER PRIMARY KEY, tag INTEGER NOT NULL REFERENCES tag (id), time_utc TEXT NOT NULL,
      bench_nanos INTEGER NOT NULL, value REAL, quality TEXT NOT NULL)
    """,
    "CREATE INDEX sample_by_tag_and_time ON sample (tag, time_utc)",
    "CREATE TABLE gap (from_utc TEXT NOT NULL, until_utc TEXT NOT NULL, polls INTEGER NOT NULL)",
    """
    CREATE VIEW samples AS
      SELECT time_utc, bench_nanos, name AS tag, value, unit, quality
      FROM sample JOIN tag ON tag.id = sample.tag
    """,
  };
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** SQLITE_BUSY, see https://sqlite.org/rescode.html. */
  private static final int BUSY = 5;

  /** The part of the file that goes at once when it is full. */
  private static final int DROP_PART = 100;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Instant zero;
  private final long samplesMax;
  private long written;
  private long dropped;

  private SampleStore(Connection connection, Instant zero, long samplesMax) throws SQLException {
    this.connection = connection;
    this.zero = zero;
    this.samplesMax = samplesMax;
    try (Statement statement = connection.createStatement()) {
      for (String line : SCHEMA) {
        statement.execute(line);
      }
    }
    this.insert =
        connection.prepareStatement(
            "INSERT INTO sample (id, tag, time_utc, bench_nanos, value, quality)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    connection.setAutoCommit(false);
  }

  /**
   * Makes the file.
   *
   * @param zero wall-clock time at bench time 0
   */
  static SampleStore create(
      Path file, Instant zero, Map<String, String> facts, List<Tag> tags, Limits limits)
      throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        SampleStore store = new SampleStore(connection, zero, limits.samplesMax());
        store.note(facts);
        store.enter(tags, limits);
        return store;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("cannot make the database " + file + ": " + e.getMessage(), e);
    }
  }

  /** Notes facts about the recording; a later one of the same name replaces an earlier one. */
  void note(Map<String, String> facts) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement("INSERT OR REPLACE INTO about VALUES (?, ?)")) {
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        upsert.setString(1, fact.getKey());
        upsert.setString(2, fact.getValue());
        upsert.executeUpdate();
      }
    }
    connection.commit();
  }

  /** Enters the tags, numbered by their place in the list. */
  private void enter(List<Tag> tags, Limits limits) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO tag VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < tags.size(); i++) {
        Tag tag = tags.get(i);
        row.setInt(1, i);
        row.setString(2, tag.id().toString());
        row.setString(3, tag.title());
        row.setString(4, tag.type().name());
        row.setString(5, tag.unit());
        row.setDouble(6, tag.low());
        row.setDouble(7, tag.high());
        row.setDouble(8, limits.deadBandOf(tag));
        row.executeUpdate();
      }
    }
    connection.commit();
  }

  /** Writes samples in one transaction; drops the oldest ones when the file is full. */
  void write(List<Sample> samples) throws SQLException {
    long id = written;
    for (Sample sample : samples) {
      insert.setLong(1, ++id);
      insert.setInt(2, sample.tag());
      insert.setString(3, utc(sample.nanos()));
      insert.setLong(4, sample.nanos());
      if (Double.isNaN(sample.value())) {
        insert.setNull(5, Types.DOUBLE);
      } else {
        insert.setDouble(5, sample.value());
      }
      insert.setString(6, sample.quality().word());
      insert.executeUpdate();
    }
    connection.commit();
    written = id;
    if (written - dropped > samplesMax) {
      drop(written - samplesMax + samplesMax / DROP_PART);
    }
  }

  private void drop(long upTo) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM sample WHERE id <= " + upTo);
    }
    dropped = upTo;
    note(Map.of("samples dropped, oldest first, because the file was full", Long.toString(upTo)));
  }

  /** Records that polls were lost between two moments of the bench. */
  void gap(long fromNanos, long untilNanos, long polls) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement("INSERT INTO gap VALUES (?, ?, ?)")) {
      row.setString(1, utc(fromNanos));
      row.setString(2, utc(untilNanos));
      row.setLong(3, polls);
      row.executeUpdate();
    }
    connection.commit();
  }

  /** Samples in the file. */
  long samples() {
    return written - dropped;
  }

  String utc(long nanos) {
    return utc(zero, nanos);
  }

  static String utc(Instant zero, long nanos) {
    return UTC.format(zero.plusNanos(nanos));
  }

  /**
   * Folds the WAL in, so that one plain file is left; where a reader has the file open, SQLite does
   * it when that reader closes.
   */
  void finish() throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) != BUSY) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
