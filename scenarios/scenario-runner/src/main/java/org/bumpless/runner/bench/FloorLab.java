package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Recording;
import org.bumpless.scenario.timing.Samples;

/** Measures what a host itself adds to every latency: on a flow of a plant, past any product. */
public final class FloorLab {
  /** How many sessions are set up. */
  public static final int SET_UPS = 20;

  /** How long a session is probed as one that is to be revoked. */
  private static final Duration PROBED = Duration.ofSeconds(2);

  /** How many arms take turns. */
  public static final int ARMS_COUNT = 2;

  private static final List<Arm> ARMS = List.of(Arm.DIRECT, Arm.DIRECT_AGAIN);

  private final Bench bench;
  private final RealTime timing;

  public FloorLab(Bench bench, RealTime timing) {
    this.bench = bench;
    this.timing = timing;
  }

  /**
   * What was measured.
   *
   * @param plan by which
   * @param setUpNanos from dialling to the first answer of sessions, one after the other; fewer
   *     than planned if some got none
   * @param probeGapNanos from the end of one probe to that of the next, of a session that is probed
   *     as one that is to be revoked
   * @param unanswered probes
   */
  public record Floor(
      LatencyPlan plan,
      Samples direct,
      Samples again,
      HostNoise host,
      List<Long> setUpNanos,
      List<Long> probeGapNanos,
      int unanswered) {}

  /**
   * Measures.
   *
   * @param budget that decides how many connections an arm has
   * @param full what would be measured if there were time
   * @param fitting what of it there is time for, asked when all is warm
   */
  public Floor measure(
      Flow flow, Budget budget, LatencyPlan full, UnaryOperator<LatencyPlan> fitting)
      throws InterruptedException {
    Operation request = new Operation.Read(flow.tags());
    RandomGenerator random = new SplittableRandom(bench.seed());
    Map<Arm, List<Recording>> blocks = new EnumMap<>(Arm.class);
    Processors processors = new Processors();
    try (MeasuredArms arms =
            new MeasuredArms(
                EnumSet.copyOf(ARMS), full, budget, request, timing, arm -> session(flow));
        NoiseFloor floor = new NoiseFloor(timing.clock(), timing.threads(NoiseFloor.THREAD))) {
      arms.warmUp();
      LatencyPlan plan = fitting.apply(full);
      Optional<Processors.Reading> begin = processors.read();
      for (int round = 0; round < plan.blocksPerArm(); round++) {
        List<Arm> turn = new ArrayList<>(ARMS);
        Collections.shuffle(turn, random);
        for (Arm arm : turn) {
          blocks.computeIfAbsent(arm, a -> new ArrayList<>()).add(arms.block(arm, plan));
        }
      }
      processors.count(begin);
      HostNoise host = new HostNoise(processors.idle(), processors.stolen(), floor.wakeUps());
      ProbeLoop.Probed probed = probe(flow, request);
      return new Floor(
          plan,
          Recording.samples(blocks.getOrDefault(Arm.DIRECT, List.of())),
          Recording.samples(blocks.getOrDefault(Arm.DIRECT_AGAIN, List.of())),
          host,
          setUps(flow, request),
          probed.gapNanos(),
          probed.unanswered());
    }
  }

  private ProbeLoop.Probed probe(Flow flow, Operation request) throws InterruptedException {
    try (Session session = session(flow)) {
      return new ProbeLoop(timing.clock()).run(session, request, PROBED);
    }
  }

  private List<Long> setUps(Flow flow, Operation request) throws InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < SET_UPS; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while setting sessions up");
      }
      try (Session session = session(flow)) {
        long begin = timing.clock().nanos();
        if (session.perform(request) instanceof Outcome.Answered) {
          nanos.add(timing.clock().nanos() - begin);
        }
      }
    }
    return nanos;
  }

  private Session session(Flow flow) {
    return bench.session(
        new Call(
            flow.client(),
            flow.server(),
            flow.protocol(),
            Optional.of(bench.identities().asset(flow.client().value())),
            Call.Way.DIRECT,
            true));
  }
}
