package org.bumpless.reports.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code report.json} that a run has left. */
public final class PastReport {
  private static final String REPORT = "report.json";
  private static final String REMEDY = "expected the folder that a run has left, or its " + REPORT;

  private PastReport() {}

  /**
   * Reads it.
   *
   * @param place the run's folder, or the file itself
   * @throws IOException if there is none that can be read; the message names the place and says
   *     what is expected
   */
  public static JsonNode read(Path place) throws IOException {
    Path file = Files.isDirectory(place) ? place.resolve(REPORT) : place;
    if (!Files.isRegularFile(file)) {
      throw new IOException(place + ": found no " + REPORT + " there; " + REMEDY);
    }
    JsonNode report = tree(file);
    if (!report.path("scenarios").isArray() || !report.path("measurements").isArray()) {
      throw new IOException(file + ": found no scenarios and measurements in it; " + REMEDY);
    }
    return report;
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return new JsonMapper().readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new IOException(
          "%s:%d:%d: found no JSON (%s); %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage(),
                  REMEDY),
          e);
    }
  }
}
