package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.runner.wire.WireLab;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Blocks;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Look;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.Taken;

/**
 * Measures latency: open loop, in blocks that take turns between the arms. What a noisy host leaves
 * undecided is measured further, and judged by all samples together: none is ever put aside, for a
 * stall of the host may be the product's doing.
 */
final class BlockLab implements LatencyLab {
  private static final long END_SECONDS_MAX = 5;
  private static final Duration SETTLING_BLOCK = Duration.ofMillis(250);

  private final Bench bench;
  private final Routes routes;
  private final RandomGenerator random;
  private final Optional<WireLab> wire;

  /**
   * @param wire sees the requests pass the product, where there is a wire
   */
  BlockLab(Bench bench, Routes routes, RandomGenerator random, Optional<WireLab> wire) {
    this.bench = bench;
    this.routes = routes;
    this.random = random;
    this.wire = wire;
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
    int lines = plan.lines(conduit.budget());
    Optional<WireLab.Listening> listening = wire.map(lab -> lab.listen(flow));
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            lines,
            work ->
                Thread.ofPlatform().name("latency-" + number.incrementAndGet()).unstarted(work));
    Map<Arm, MeasuredLines> arms = new EnumMap<>(Arm.class);
    try {
      for (Arm arm : Arm.values()) {
        arms.put(arm, lines(flow, arm, lines, threads));
      }
      OpenLoop loop = new OpenLoop(bench.clock(), plan);
      arms.values().forEach(its -> its.warmUp(loop));
      settle(plan, arms);
      Map<Arm, List<OpenLoop.Block>> blocks = new EnumMap<>(Arm.class);
      Processors processors = new Processors();
      listening.ifPresent(WireLab.Listening::begin);
      Look look = Look.FIRST;
      while (true) {
        drive(plan, loop, arms, blocks, processors);
        LatencyFinding onHost =
            LatencyJudge.judge(
                client + " to " + server + " over " + flow.protocol(),
                conduit.id(),
                "host",
                conduit.budget(),
                plan.at(look),
                new Taken(samples(blocks), processors.idle()),
                random);
        LatencyFinding finding = listening.isPresent() ? listening.get().complete(onHost) : onHost;
        Optional<Look> next = look.next();
        if (next.isEmpty() || !finding.moreWouldSettle()) {
          return finding;
        }
        look = next.get();
        tell(
            "measures once more, for it is not decided yet: "
                + String.join("; ", finding.verdict().reasons()));
      }
    } finally {
      end(threads);
      arms.values().forEach(MeasuredLines::close);
      listening.ifPresent(WireLab.Listening::close);
    }
  }

  private MeasuredLines lines(Flow flow, Arm arm, int count, ExecutorService threads) {
    List<Session> sessions = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      sessions.add(bench.session(call(flow, arm)));
    }
    return new MeasuredLines(sessions, new Operation.Read(flow.tags()), threads);
  }

  private void settle(LatencyPlan plan, Map<Arm, MeasuredLines> arms) throws InterruptedException {
    OpenLoop loop = new OpenLoop(bench.clock(), plan.inBlocksOf(SETTLING_BLOCK));
    new Settling(bench.clock())
        .await(
            () -> {
              for (MeasuredLines lines : arms.values()) {
                var _ = lines.block(loop);
              }
            });
  }

  private void drive(
      LatencyPlan plan,
      OpenLoop loop,
      Map<Arm, MeasuredLines> arms,
      Map<Arm, List<OpenLoop.Block>> blocks,
      Processors processors)
      throws InterruptedException {
    for (Arm arm : Blocks.order(plan, random)) {
      MeasuredLines lines = arms.get(arm);
      if (lines == null) {
        throw new IllegalStateException("no connections of arm " + arm.label());
      }
      Optional<Processors.Reading> begin =
          arm == Arm.PRODUCT ? processors.read() : Optional.empty();
      blocks.computeIfAbsent(arm, a -> new ArrayList<>()).add(lines.block(loop));
      processors.count(begin);
    }
  }

  private static Map<Arm, Samples> samples(Map<Arm, List<OpenLoop.Block>> blocks) {
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    blocks.forEach(
        (arm, its) ->
            samples.put(
                arm,
                new Samples(
                    its.stream().map(OpenLoop.Block::fromIntended).toList(),
                    its.stream().map(OpenLoop.Block::fromSent).toList())));
    return samples;
  }

  private void tell(String what) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), Entry.Mark.Kind.STEP, what));
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "a measuring thread did not end in " + END_SECONDS_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
