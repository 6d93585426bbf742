package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.bumpless.runner.realtime.RealTime;
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
 * Measures in blocks that take turns between the arms, and looks at what there is. What a noisy
 * host leaves undecided is measured further, and judged by all samples together: none is ever put
 * aside, for a stall of the host may be the product's doing.
 */
final class Looks {
  private final Target target;
  private final LatencyPlan plan;
  private final RealTime timing;
  private final RandomGenerator random;
  private final Map<Arm, List<Recording>> blocks = new EnumMap<>(Arm.class);
  private final Processors processors = new Processors();

  Looks(Target target, LatencyPlan plan, RealTime timing, RandomGenerator random) {
    this.target = target;
    this.plan = plan;
    this.timing = timing;
    this.random = random;
  }

  /**
   * Tells what was found, once it is decided or no further look is left.
   *
   * @param arms connected and warm
   * @param wire adds what is seen elsewhere of the same requests
   * @param undecided hears why it is measured further
   */
  LatencyFinding decide(
      MeasuredArms arms,
      KnownRelay keepsNothing,
      KnownRelay delays,
      Witness wire,
      Consumer<String> undecided)
      throws InterruptedException {
    try (NoiseFloor floor = new NoiseFloor(timing.clock(), timing.threads(NoiseFloor.THREAD))) {
      Look look = Look.FIRST;
      while (true) {
        drive(arms);
        HostNoise host = new HostNoise(processors.idle(), processors.stolen(), floor.wakeUps());
        LatencyFinding finding =
            wire.complete(
                LatencyJudge.judge(
                    target,
                    plan.at(look),
                    new Taken(samples(), injected(keepsNothing, delays), host),
                    random));
        Optional<Look> next = look.next();
        if (next.isEmpty() || !finding.moreWouldSettle()) {
          return finding;
        }
        look = next.get();
        undecided.accept(String.join("; ", finding.verdict().reasons()));
      }
    }
  }

  /** Somebody else who has seen the requests. */
  @FunctionalInterface
  interface Witness {
    LatencyFinding complete(LatencyFinding finding) throws InterruptedException;
  }

  private void drive(MeasuredArms arms) throws InterruptedException {
    for (Arm arm : Blocks.order(plan, random)) {
      Optional<Processors.Reading> begin =
          arm == Arm.PRODUCT ? processors.read() : Optional.empty();
      blocks.computeIfAbsent(arm, a -> new ArrayList<>()).add(arms.block(arm));
      processors.count(begin);
    }
  }

  private Map<Arm, Samples> samples() {
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    blocks.forEach((arm, its) -> samples.put(arm, Recording.samples(its)));
    return samples;
  }

  /** What the delaying relay really added to an operation. */
  private Injected injected(KnownRelay keepsNothing, KnownRelay delays) {
    int operations =
        blocks.getOrDefault(Arm.DELAYING_RELAY, List.of()).stream()
            .mapToInt(Recording::requests)
            .sum();
    return new Injected(
        delays.keptNanos() - keepsNothing.keptNanos(),
        Math.round((float) delays.requests() / operations));
  }
}
