package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Blocks;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;

/**
 * Measures latency on the calling thread: open loop, in blocks that take turns between the arms.
 */
final class BlockLab implements LatencyLab {
  private static final int WARM_UP = 300;
  private static final int GIVE_UP_AFTER_LOST = 20;

  private final Bench bench;
  private final Routes routes;
  private final RandomGenerator random;

  BlockLab(Bench bench, Routes routes, RandomGenerator random) {
    this.bench = bench;
    this.routes = routes;
    this.random = random;
  }

  @Override
  public LatencyFinding measure(AssetId client, AssetId server) throws InterruptedException {
    Flow flow = flow(client, server);
    Conduit conduit =
        routes
            .crossed(client, server)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no product stands between " + client + " and " + server));
    LatencyPlan plan = bench.profile().latency();
    Operation request = new Operation.Read(flow.tags());
    Map<Arm, Session> sessions = new EnumMap<>(Arm.class);
    try {
      for (Arm arm : Arm.values()) {
        sessions.put(arm, bench.session(call(flow, arm)));
      }
      return LatencyJudge.judge(
          client + " to " + server + " over " + flow.protocol(),
          conduit.id(),
          "host",
          conduit.budget(),
          plan,
          run(plan, sessions, request),
          random);
    } finally {
      sessions.values().forEach(Session::close);
    }
  }

  private Map<Arm, Samples> run(LatencyPlan plan, Map<Arm, Session> sessions, Operation request)
      throws InterruptedException {
    for (Session session : sessions.values()) {
      for (int i = 0; i < WARM_UP && session.perform(request) instanceof Outcome.Answered; i++) {
        Thread.onSpinWait();
      }
    }
    Map<Arm, List<long[]>> blocks = new EnumMap<>(Arm.class);
    for (Arm arm : Blocks.order(plan, random)) {
      Session session = sessions.get(arm);
      if (session == null) {
        throw new IllegalStateException("no session for arm " + arm.label());
      }
      blocks.computeIfAbsent(arm, a -> new ArrayList<>()).add(block(plan, session, request));
    }
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    blocks.forEach((arm, values) -> samples.put(arm, new Samples(values)));
    return samples;
  }

  private long[] block(LatencyPlan plan, Session session, Operation request)
      throws InterruptedException {
    NanoClock clock = bench.clock();
    long[] latencies = new long[plan.requestsPerBlock()];
    Arrays.fill(latencies, Samples.LOST);
    long period = 1_000_000_000L / plan.rateHz();
    long begin = clock.nanos() + period;
    int lostInARow = 0;
    for (int i = 0; i < latencies.length && lostInARow < GIVE_UP_AFTER_LOST; i++) {
      long intended = begin + i * period;
      clock.awaitUntil(intended);
      if (session.perform(request) instanceof Outcome.Answered) {
        latencies[i] = clock.nanos() - intended;
        lostInARow = 0;
      } else {
        lostInARow++;
      }
    }
    return latencies;
  }

  private Call call(Flow flow, Arm arm) {
    Optional<Identity> identity = Optional.of(bench.identities().asset(flow.client().value()));
    Call.Way way =
        switch (arm) {
          case DIRECT, DIRECT_AGAIN -> Call.Way.DIRECT;
          case PRODUCT -> Call.Way.PRODUCT;
        };
    return new Call(flow.client(), flow.server(), flow.protocol(), identity, way, true);
  }

  private Flow flow(AssetId client, AssetId server) {
    return bench.plant().flows().stream()
        .filter(f -> f.period().isPresent())
        .filter(f -> f.client().equals(client) && f.server().equals(server))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the plant declares no polling of " + server + " by " + client));
  }
}
