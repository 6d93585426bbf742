package org.bumpless.historian.sqlite;

import java.io.IOException;
import org.bumpless.plc.station.Historian;
import org.bumpless.plc.station.HistorianProvider;

/** Historians that record into a file that {@code sqlite3} opens. */
public final class SqliteHistorianProvider implements HistorianProvider {
  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public Historian open(Settings settings) throws IOException {
    return new SqliteHistorian(settings, Limits.USUAL);
  }
}
