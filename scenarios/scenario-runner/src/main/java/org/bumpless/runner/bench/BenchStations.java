package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.station.PollingStation;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.history.History;

/** The stations of the plant file, polling. */
final class BenchStations implements Stations, AutoCloseable {
  private final BenchIdentities identities;
  private final NanoClock clock;
  private final FareBook fares;
  private final Operators operators;
  private final List<PollingStation> stations = new ArrayList<>();

  BenchStations(
      Plant plant,
      Fabric fabric,
      Clients clients,
      BenchIdentities identities,
      NanoClock clock,
      History history,
      Historians historians,
      FareBook fares) {
    this.identities = identities;
    this.clock = clock;
    this.operators = new Operators(plant, history, clock);
    this.fares = fares;
    for (Asset asset : plant.assets()) {
      List<Flow> flows =
          plant.flows().stream()
              .filter(f -> f.client().equals(asset.id()) && f.period().isPresent())
              .toList();
      if (!flows.isEmpty()) {
        stations.add(
            new PollingStation(
                asset.id(),
                flows,
                clients::polling,
                clock,
                fabric.host(asset.id()).threads("poll"),
                historians.with(asset.id(), fares)));
      }
    }
  }

  @Override
  public Optional<String> awaitAllSeen(Duration atMost) throws InterruptedException {
    long now = clock.nanos();
    for (PollingStation station : stations) {
      List<AssetId> missing = station.awaitAllSeen(now, atMost);
      if (!missing.isEmpty()) {
        return Optional.of(
            station.id() + " has not seen " + missing + " for " + atMost.toMillis() + " ms");
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Fare> since(long nanos) {
    return fares.since(nanos);
  }

  @Override
  public Map<TagId, TagValue> view(AssetId station) {
    return find(station).view();
  }

  @Override
  public Outcome command(AssetId station, AssetId server, Operation operation) {
    return operators.command(
        station, server, operation, flow -> find(station).command(flow, operation));
  }

  @Override
  public int rotate(AssetId station) {
    identities.renew(station.value());
    return find(station).exchangeClients();
  }

  private PollingStation find(AssetId station) {
    return stations.stream()
        .filter(s -> s.id().equals(station))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(station + " polls nothing"));
  }

  @Override
  public void close() {
    stations.forEach(PollingStation::close);
  }
}
