package org.bumpless.reports.html;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.result.RunResult;

/**
 * What the plant and its stations went through.
 *
 * @param plot of all recorded signals; empty if nothing was recorded
 * @param ranges between which values each kind of signal stayed
 */
record PlantView(String plot, List<String> ranges, List<StationRow> stations) {

  boolean some() {
    return !plot.isEmpty() || !stations.isEmpty();
  }

  /** How one polling flow fared. */
  record StationRow(
      String station,
      String title,
      String flow,
      String planned,
      String missed,
      String blamed,
      String lost,
      String longest,
      String why,
      boolean bad) {}

  static PlantView of(RunResult result) {
    ScenarioPlots plots = new ScenarioPlots(result);
    return new PlantView(
        plots.run(), plots.ranges(), result.stations().stream().map(f -> row(result, f)).toList());
  }

  private static StationRow row(RunResult result, Stations.Fare fare) {
    return new StationRow(
        fare.station().value(),
        title(result, fare.station()),
        fare.flow().value(),
        Figures.count(fare.planned()),
        Figures.count(fare.missed()),
        Figures.count(fare.blamed().missed()),
        Figures.count(fare.lost()),
        Figures.count(fare.longestMiss()),
        fare.why(),
        fare.blamed().missed() > 0);
  }

  private static String title(RunResult result, AssetId station) {
    return result.plant().asset(station).map(a -> a.title()).orElse("");
  }
}
