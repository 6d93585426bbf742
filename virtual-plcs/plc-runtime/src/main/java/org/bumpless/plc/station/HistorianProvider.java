package org.bumpless.plc.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.time.NanoClock;

/** A kind of database that a historian can record into. */
public interface HistorianProvider {
  /** Its name, for example {@code sqlite}. */
  String id();

  /**
   * Starts to record.
   *
   * @throws IOException if the database cannot be made; the message names it
   */
  Historian open(Settings settings) throws IOException;

  /**
   * What a historian needs.
   *
   * @param tags what the recorded station reads
   * @param folder where the database is made
   * @param name of the database, without the ending that tells its kind
   * @param about whatever a reader of the database should know of the run
   */
  record Settings(
      Asset.Historian historian,
      List<Tag> tags,
      Path folder,
      String name,
      Map<String, String> about,
      NanoClock clock) {
    public Settings {
      tags = List.copyOf(tags);
      about = Map.copyOf(about);
    }
  }
}
