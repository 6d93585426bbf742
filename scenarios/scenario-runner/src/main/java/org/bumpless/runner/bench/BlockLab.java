package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.wire.WireLab;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Target;

/** Measures the latency of a flow of the plant, through the product and past it. */
final class BlockLab implements LatencyLab {
  /** Longer than a relay takes by itself, shorter than any budget. */
  private static final Duration KNOWN_DELAY = Duration.ofMillis(1);

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
  public LatencyFinding measure(AssetId client, AssetId server, String beside)
      throws InterruptedException {
    PolledWay way = PolledWay.of(bench.plant(), routes, client, server);
    Flow flow = way.flow();
    Target target = way.target(beside);
    LatencyPlan plan = bench.profile().latency();
    Optional<WireLab.Listening> listening = wire.map(lab -> lab.listen(flow));
    try (KnownRelay keepsNothing = detours.relay(flow, Duration.ZERO);
        KnownRelay delays = detours.relay(flow, KNOWN_DELAY);
        MeasuredArms arms =
            new MeasuredArms(
                EnumSet.allOf(Arm.class),
                plan,
                target.budget(),
                new Operation.Read(flow.tags()),
                timing,
                arm -> open(arm, flow, keepsNothing, delays))) {
      arms.warmUp();
      keepsNothing.forget();
      delays.forget();
      listening.ifPresent(WireLab.Listening::begin);
      return new Looks(target, plan, timing, random)
          .decide(
              arms,
              keepsNothing,
              delays,
              onHost -> listening.isPresent() ? listening.get().complete(onHost) : onHost,
              why -> tell("measures once more, for it is not decided yet: " + why));
    } finally {
      listening.ifPresent(WireLab.Listening::close);
    }
  }

  private Session open(Arm arm, Flow flow, KnownRelay keepsNothing, KnownRelay delays) {
    Optional<Identity> identity = Optional.of(bench.identities().asset(flow.client().value()));
    Call.Way way = arm == Arm.PRODUCT ? Call.Way.PRODUCT : Call.Way.DIRECT;
    Call call = new Call(flow.client(), flow.server(), flow.protocol(), identity, way, true);
    return switch (arm) {
      case DIRECT, DIRECT_AGAIN, PRODUCT -> bench.session(call);
      case NULL_RELAY -> detours.session(call, keepsNothing);
      case DELAYING_RELAY -> detours.session(call, delays);
    };
  }

  private void tell(String what) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), Entry.Mark.Kind.STEP, what));
  }
}
