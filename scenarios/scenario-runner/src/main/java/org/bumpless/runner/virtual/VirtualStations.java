package org.bumpless.runner.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.bench.BenchIdentities;
import org.bumpless.runner.bench.Operators;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.check.Wording;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** The plant's stations in virtual time: each poll that has fallen due is made after a beat. */
final class VirtualStations implements Stations {
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(10);

  private final VirtualWay way;
  private final BenchIdentities identities;
  private final History history;
  private final Operators operators;
  private final NanoClock clock;
  private final List<VirtualPoll> polls = new ArrayList<>();
  private final Map<AssetId, Map<TagId, TagValue>> views = new HashMap<>();

  VirtualStations(
      Plant plant, VirtualWay way, BenchIdentities identities, History history, NanoClock clock) {
    this.way = way;
    this.identities = identities;
    this.history = history;
    this.operators = new Operators(plant, history, clock);
    this.clock = clock;
    plant.flows().stream()
        .filter(flow -> flow.period().isPresent())
        .forEach(flow -> polls.add(new VirtualPoll(flow)));
  }

  /** Makes the polls that are due; called after each beat. */
  void afterBeat(long nanos) {
    for (VirtualPoll poll : polls) {
      while (poll.due(nanos)) {
        make(poll, nanos);
      }
    }
  }

  private void make(VirtualPoll poll, long nanos) {
    Flow flow = poll.flow();
    Outcome outcome = way.now(call(flow), new Operation.Read(flow.tags()));
    if (outcome instanceof Outcome.Answered(Map<TagId, TagValue> values, String _)) {
      views.computeIfAbsent(flow.client(), _ -> new HashMap<>()).putAll(values);
      poll.answered(nanos);
    } else {
      String why = flow.server() + ": " + Wording.outcome(outcome);
      poll.missed(nanos, why, way.isGone());
      history.append(new Entry.MissedPoll(nanos, flow.id(), flow.client(), flow.server(), why));
    }
  }

  private Call call(Flow flow) {
    return new Call(
        flow.client(),
        flow.server(),
        flow.protocol(),
        Optional.of(current(flow.client())),
        Call.Way.PRODUCT,
        true);
  }

  /** The certificate of a station, renewed in good time. */
  private Identity current(AssetId station) {
    Identity known = identities.asset(station.value());
    Instant end = known.leaf().getNotAfter().toInstant();
    return clock.instant().plus(RENEWED_BEFORE).isBefore(end)
        ? known
        : identities.renew(station.value());
  }

  @Override
  public List<Fare> since(long nanos) {
    Map<List<Object>, List<VirtualPoll>> byFlow = new LinkedHashMap<>();
    for (VirtualPoll poll : polls) {
      byFlow
          .computeIfAbsent(List.of(poll.flow().id(), poll.flow().client()), _ -> new ArrayList<>())
          .add(poll);
    }
    return byFlow.values().stream().map(all -> VirtualPoll.fare(all, nanos)).toList();
  }

  @Override
  public Map<TagId, TagValue> view(AssetId station) {
    return Map.copyOf(views.getOrDefault(station, Map.of()));
  }

  @Override
  public Outcome command(AssetId station, AssetId server, Operation operation) {
    return operators.command(
        station, server, operation, flow -> way.perform(call(flow), operation));
  }

  @Override
  public int rotate(AssetId station) {
    identities.renew(station.value());
    return (int) polls.stream().filter(poll -> poll.flow().client().equals(station)).count();
  }

  @Override
  public Optional<String> awaitAllSeen(Duration atMost) throws InterruptedException {
    long begin = clock.nanos();
    clock.await(atMost);
    return polls.stream()
        .filter(poll -> !poll.seenSince(begin))
        .map(
            poll ->
                "%s has not seen %s for %d ms"
                    .formatted(poll.flow().client(), poll.flow().server(), atMost.toMillis()))
        .findFirst();
  }
}
