package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.wire.WireLab;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Blocks;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.Injected;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Look;
import org.bumpless.scenario.timing.Recording;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.Taken;
import org.bumpless.scenario.timing.Target;

/**
 * Measures latency: open loop, in blocks that take turns between the arms. What a noisy host leaves
 * undecided is measured further, and judged by all samples together: none is ever put aside, for a
 * stall of the host may be the product's doing.
 */
final class BlockLab implements LatencyLab {
  /** Longer than a relay takes by itself, shorter than any budget. */
  private static final Duration KNOWN_DELAY = Duration.ofMillis(1);

  private static final ThreadFactory IDLE =
      work -> Thread.ofPlatform().name("noise-floor").daemon().unstarted(work);

  private final Bench bench;
  private final Routes routes;
  private final Detours detours;
  private final RandomGenerator random;
  private final Optional<WireLab> wire;
  private final RealTime timing;

  /**
   * @param detours past the product, for the instrument to try itself
   * @param wire sees the requests pass the product, where there is a wire
   * @param timing how the measuring threads are scheduled
   */
  BlockLab(
      Bench bench,
      Routes routes,
      Detours detours,
      RandomGenerator random,
      Optional<WireLab> wire,
      RealTime timing) {
    this.bench = bench;
    this.routes = routes;
    this.detours = detours;
    this.random = random;
    this.wire = wire;
    this.timing = timing;
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
    Target target =
        new Target(
            client + " to " + server + " over " + flow.protocol(),
            conduit.id(),
            "host",
            conduit.budget(),
            flow.deadline());
    Optional<WireLab.Listening> listening = wire.map(lab -> lab.listen(flow));
    try (KnownRelay keepsNothing = detours.relay(flow, Duration.ZERO);
        KnownRelay delays = detours.relay(flow, KNOWN_DELAY);
        MeasuredArms arms =
            new MeasuredArms(bench, flow, target.budget(), timing, open(keepsNothing, delays))) {
      arms.warmUp();
      keepsNothing.forget();
      delays.forget();
      listening.ifPresent(WireLab.Listening::begin);
      return measure(new Instrument(target, arms, keepsNothing, delays), listening);
    } finally {
      listening.ifPresent(WireLab.Listening::close);
    }
  }

  /** What is measured, and with what; all of it runs. */
  private record Instrument(
      Target target, MeasuredArms arms, KnownRelay keepsNothing, KnownRelay delays) {

    /** What the delaying relay really added to an operation. */
    Injected injected(int operations) {
      return new Injected(
          delays.keptNanos() - keepsNothing.keptNanos(),
          Math.round((float) delays.requests() / operations));
    }
  }

  /** Looks until it is decided, or until there is no further look. */
  private LatencyFinding measure(Instrument instrument, Optional<WireLab.Listening> listening)
      throws InterruptedException {
    LatencyPlan plan = bench.profile().latency();
    Map<Arm, List<Recording>> blocks = new EnumMap<>(Arm.class);
    Processors processors = new Processors();
    try (NoiseFloor floor = new NoiseFloor(timing.clock(), timing.threads(IDLE))) {
      Look look = Look.FIRST;
      while (true) {
        drive(plan, instrument.arms(), blocks, processors);
        HostNoise host = new HostNoise(processors.idle(), processors.stolen(), floor.wakeUps());
        LatencyFinding onHost =
            LatencyJudge.judge(
                instrument.target(),
                plan.at(look),
                new Taken(samples(blocks), instrument.injected(delayed(blocks)), host),
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
    }
  }

  /** How many operations went through the relay that delays. */
  private static int delayed(Map<Arm, List<Recording>> blocks) {
    return blocks.getOrDefault(Arm.DELAYING_RELAY, List.of()).stream()
        .mapToInt(Recording::requests)
        .sum();
  }

  private MeasuredArms.Opener open(KnownRelay keepsNothing, KnownRelay delays) {
    return (arm, call) ->
        switch (arm) {
          case DIRECT, DIRECT_AGAIN, PRODUCT -> bench.session(call);
          case NULL_RELAY -> detours.session(call, keepsNothing);
          case DELAYING_RELAY -> detours.session(call, delays);
        };
  }

  private void drive(
      LatencyPlan plan, MeasuredArms arms, Map<Arm, List<Recording>> blocks, Processors processors)
      throws InterruptedException {
    for (Arm arm : Blocks.order(plan, random)) {
      Optional<Processors.Reading> begin =
          arm == Arm.PRODUCT ? processors.read() : Optional.empty();
      blocks.computeIfAbsent(arm, a -> new ArrayList<>()).add(arms.block(arm));
      processors.count(begin);
    }
  }

  private static Map<Arm, Samples> samples(Map<Arm, List<Recording>> blocks) {
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    blocks.forEach((arm, its) -> samples.put(arm, Recording.samples(its)));
    return samples;
  }

  private void tell(String what) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), Entry.Mark.Kind.STEP, what));
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
