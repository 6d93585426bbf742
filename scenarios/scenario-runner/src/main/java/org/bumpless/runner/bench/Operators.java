package org.bumpless.runner.bench;

import java.util.function.Function;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;

/**
 * What operators do at their stations: it goes the way of the station's flow and is written down.
 */
public record Operators(Plant plant, History history, NanoClock clock) {

  /**
   * Acts in the name of a station.
   *
   * @param way sends it along the flow
   * @throws IllegalArgumentException if the plant has no flow for it
   */
  public Outcome command(
      AssetId station, AssetId server, Operation operation, Function<Flow, Outcome> way) {
    Flow flow = flow(station, server);
    long sent = clock.nanos();
    Outcome outcome = way.apply(flow);
    history.append(
        new Entry.Act(
            history.nextNumber(),
            station.value(),
            station,
            server,
            flow.protocol(),
            operation,
            Wish.WANTED,
            sent,
            clock.nanos(),
            outcome));
    return outcome;
  }

  private Flow flow(AssetId station, AssetId server) {
    return plant.flows().stream()
        .filter(f -> f.client().equals(station) && f.server().equals(server))
        .filter(f -> f.writes() && f.period().isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the plant declares no polling flow by which %s commands %s"
                        .formatted(station, server)));
  }
}
