package org.bumpless.historian.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.station.HistorianProvider.Settings;
import org.bumpless.plc.station.Poll;

/** What the historian under test is told, and what its file then says. */
final class Told {
  static final Instant ZERO = Instant.parse("2026-03-01T06:00:00Z");
  static final TagId LEVEL = TagId.parse("LIC-1.PV");
  static final TagId ALARM = TagId.parse("LIC-1.HIHI");
  static final Flow FLOW =
      new Flow(
          new FlowId("aggregation"),
          new AssetId("AGG-1"),
          new AssetId("LIC-1"),
          Protocol.OPC_UA,
          List.of(LEVEL, ALARM),
          false,
          Optional.of(Duration.ofMillis(100)),
          Duration.ofMillis(100));

  private Told() {}

  static Settings settings(Path folder, NanoClock clock) {
    return new Settings(
        new Asset.Historian(
            new AssetId("HIST-1"), new ZoneId("site"), "Historian", new AssetId("AGG-1")),
        List.of(
            tag(LEVEL, TagType.REAL, "%", 100, new TagValue.Real(50)),
            tag(ALARM, TagType.BOOL, "", 1, new TagValue.Bool(false))),
        folder,
        "historian",
        Map.of("seed", "7"),
        clock);
  }

  private static Tag tag(TagId id, TagType type, String unit, double high, TagValue initial) {
    return new Tag(
        id, "Tag " + id, type, unit, 0, high, TagAccess.READ_ONLY, initial, Optional.empty());
  }

  /** An answer with a level and no alarm. */
  static Poll level(long nanos, double level) {
    return poll(nanos, answer(level, false));
  }

  static Outcome answer(double level, boolean alarm) {
    return new Outcome.Answered(
        Map.of(LEVEL, new TagValue.Real((float) level), ALARM, new TagValue.Bool(alarm)), "");
  }

  static Poll poll(long nanos, Outcome outcome) {
    return new Poll(FLOW, 0, nanos, nanos, outcome);
  }

  /** The rows of a query, as text, columns parted by a blank. */
  static List<String> rows(Path folder, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("historian.sqlite"));
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    }
  }

  static Map<String, String> about(Path folder) throws SQLException {
    Map<String, String> about = new LinkedHashMap<>();
    rows(folder, "SELECT replace(name, ' ', '_'), value FROM about")
        .forEach(row -> about.put(row.split(" ", 2)[0].replace('_', ' '), row.split(" ", 2)[1]));
    return about;
  }
}
