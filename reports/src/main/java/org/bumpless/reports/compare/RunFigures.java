package org.bumpless.reports.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bumpless.reports.json.PastReport;

/**
 * What one run says that another can be held against.
 *
 * @param title of its product and plant
 * @param verdict of the whole run
 * @param standings of its scenarios, by their names
 * @param quantities by their names
 */
public record RunFigures(
    String title, String verdict, Map<String, String> standings, Map<String, Quantity> quantities) {
  /**
   * Reads a run's report.
   *
   * @param place the run's folder, or the file itself
   * @throws IOException if there is none that can be read; the message names the place and says
   *     what is expected
   */
  public static RunFigures read(Path place) throws IOException {
    JsonNode report = PastReport.read(place);
    JsonNode scenarios = report.path("scenarios");
    JsonNode measurements = report.path("measurements");
    Map<String, String> standings = new LinkedHashMap<>();
    for (JsonNode scenario : scenarios) {
      String name = scenario.path("name").asText();
      int others = 1;
      while (standings.containsKey(numbered(name, others))) {
        others++;
      }
      standings.put(numbered(name, others), scenario.path("standing").asText());
    }
    Map<String, Quantity> quantities = new LinkedHashMap<>();
    for (JsonNode measurement : measurements) {
      switch (measurement.path("kind").asText()) {
        case "latency" -> latency(measurement, quantities);
        case "timing" -> timing(measurement, quantities);
        default -> {} // a load is compared by its verdict, which its scenario has
      }
    }
    return new RunFigures(
        report.at("/sut/title").asText() + " on " + report.at("/plant/title").asText(),
        report.path("verdict").asText(),
        standings,
        quantities);
  }

  /** Examples of one outline may bear the same name. */
  private static String numbered(String name, int number) {
    return number == 1 ? name : name + " (" + number + ")";
  }

  private static void timing(JsonNode timing, Map<String, Quantity> quantities) {
    String name = timing.path("quantity").asText() + ", " + timing.path("scenario").asText();
    quantities.put(name, quantity(name, timing, timing.path("budgetNanos")));
  }

  private static void latency(JsonNode latency, Map<String, Quantity> quantities) {
    for (JsonNode quantile : latency.path("quantiles")) {
      String name =
          "added latency %s, %s"
              .formatted(quantile.path("name").asText(), latency.path("flow").asText());
      quantities.put(name, quantity(name, quantile.path("added"), quantile.path("budgetNanos")));
    }
  }

  private static Quantity quantity(String name, JsonNode interval, JsonNode budget) {
    JsonNode low = interval.path("lowNanos");
    JsonNode high = interval.path("highNanos");
    return new Quantity(
        name,
        low.isIntegralNumber() ? low.asLong() : -Quantity.UNBOUNDED,
        high.isIntegralNumber() ? high.asLong() : Quantity.UNBOUNDED,
        budget.asLong());
  }
}
