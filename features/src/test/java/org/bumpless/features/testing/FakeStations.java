package org.bumpless.features.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;

/** Stations that poll in the mind only. */
public final class FakeStations implements Stations {
  private final FakeBench bench;
  private UnaryOperator<Fare> fate = fare -> fare;
  private int stuck;
  private Optional<String> blind = Optional.empty();

  FakeStations(FakeBench bench) {
    this.bench = bench;
  }

  /** What becomes of each flow's polls. */
  public void fate(UnaryOperator<Fare> of) {
    fate = of;
  }

  /** So many connections do not come over to a new certificate. */
  public void stuck(int connections) {
    stuck = connections;
  }

  /** Somebody does not see somebody, for as long as one waits. */
  public void blind(String unseen) {
    blind = Optional.of(unseen);
  }

  @Override
  public List<Fare> since(long nanos) {
    int missed = bench.cables().broken() || bench.power().isOff() ? 4 : 0;
    Map<FlowId, Fare> fares = new LinkedHashMap<>();
    polling()
        .forEach(
            f -> fares.put(f.id(), fate.apply(new Fare(f.id(), f.client(), 10, missed, 0, 0, ""))));
    return List.copyOf(fares.values());
  }

  @Override
  public Map<TagId, TagValue> view(AssetId station) {
    return Map.of();
  }

  @Override
  public Outcome command(AssetId station, AssetId server, Operation operation) {
    Flow flow =
        polling().stream()
            .filter(f -> f.client().equals(station) && f.server().equals(server))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(station + " does not poll " + server));
    long sent = bench.clock().nanos();
    Call call =
        new Call(station, server, flow.protocol(), Optional.empty(), Call.Way.PRODUCT, true);
    Outcome outcome = bench.command(call, operation);
    bench
        .history()
        .append(
            new Entry.Act(
                bench.history().nextNumber(),
                station.value(),
                station,
                server,
                flow.protocol(),
                operation,
                Wish.WANTED,
                sent,
                bench.clock().nanos(),
                outcome));
    return outcome;
  }

  @Override
  public int rotate(AssetId station) {
    return (int) polling().stream().filter(f -> f.client().equals(station)).count() - stuck;
  }

  @Override
  public Optional<String> awaitAllSeen(Duration atMost) {
    bench.clock().spend(Duration.ofMillis(250));
    return blind;
  }

  private List<Flow> polling() {
    return bench.plant().flows().stream().filter(f -> f.period().isPresent()).toList();
  }
}
