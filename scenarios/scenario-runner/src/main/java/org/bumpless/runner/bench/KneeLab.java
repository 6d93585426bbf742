package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.LoadLab;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Knee;
import org.bumpless.scenario.timing.KneeSearch;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.timing.Quantiles;
import org.bumpless.scenario.timing.Recording;
import org.bumpless.scenario.timing.Samples;

/**
 * Raises the load along a polling flow in trials of a second: a trial keeps the budget if every
 * request is answered and p99.9 lies inside it. First past the product, for no product carries more
 * than the host does.
 */
final class KneeLab implements LoadLab {
  private static final Duration TRIAL = Duration.ofSeconds(1);
  private static final int FIRST_HZ = 200;
  private static final int MOST_HZ = 6_400;
  private static final double TAIL = 0.999;

  private final Bench bench;
  private final Routes routes;
  private final RealTime timing;

  KneeLab(Bench bench, Routes routes, RealTime timing) {
    this.bench = bench;
    this.routes = routes;
    this.timing = timing;
  }

  @Override
  public LoadFinding carried(AssetId client, AssetId server, String beside)
      throws InterruptedException {
    PolledWay way = PolledWay.of(bench.plant(), routes, client, server);
    LatencyPlan first = plan(FIRST_HZ);
    try (MeasuredArms arms =
        new MeasuredArms(
            EnumSet.of(Arm.DIRECT, Arm.PRODUCT),
            plan(MOST_HZ), // with as many connections as the highest load wants
            way.conduit().budget(),
            new Operation.Read(way.flow().tags()),
            timing,
            arm -> session(arm, way.flow()))) {
      arms.warmUp(first);
      long budget = way.conduit().budget().addedP999Max().toNanos();
      return new LoadFinding(
          way.words(beside),
          knee(arms, Arm.DIRECT, budget),
          knee(arms, Arm.PRODUCT, budget),
          needed(way));
    }
  }

  private static Knee knee(MeasuredArms arms, Arm arm, long budget) throws InterruptedException {
    KneeSearch search = new KneeSearch(FIRST_HZ, MOST_HZ);
    for (OptionalInt rate = search.next(); rate.isPresent(); rate = search.next()) {
      Recording trial = arms.block(arm, plan(rate.getAsInt()));
      search.tried(rate.getAsInt(), kept(trial.fromIntended(), budget));
    }
    return search.knee();
  }

  private static boolean kept(long[] nanos, long budget) {
    Arrays.sort(nanos);
    return nanos[nanos.length - 1] != Samples.LOST && Quantiles.at(nanos, TAIL) <= budget;
  }

  private static LatencyPlan plan(int rateHz) {
    return new LatencyPlan(TRIAL, TRIAL, rateHz);
  }

  /** What all polling flows send through the same conduit. */
  private int needed(PolledWay way) {
    double hertz =
        bench.plant().flows().stream()
            .filter(flow -> flow.period().isPresent())
            .filter(
                flow ->
                    routes
                        .crossed(flow.client(), flow.server())
                        .filter(crossed -> crossed.id().equals(way.conduit().id()))
                        .isPresent())
            .mapToDouble(flow -> 1e9 / flow.period().orElseThrow().toNanos())
            .sum();
    return (int) Math.ceil(hertz);
  }

  private Session session(Arm arm, Flow flow) {
    return bench.session(
        new Call(
            flow.client(),
            flow.server(),
            flow.protocol(),
            Optional.of(bench.identities().asset(flow.client().value())),
            arm == Arm.PRODUCT ? Call.Way.PRODUCT : Call.Way.DIRECT,
            true));
  }
}
