package org.bumpless.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.FlowId;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Entry.Mark.Kind;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.HostNoise.WakeUps;
import org.bumpless.scenario.timing.Injected;
import org.bumpless.scenario.timing.Knee;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.Taken;
import org.bumpless.scenario.timing.Target;
import org.bumpless.scenario.verdict.Verdict;

/** Made-up figures, the same at every call. */
public final class SampleFigures {
  /** Bench clock at the beginning of a run. */
  static final long START_NANOS = 5_000_000_000L;

  static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
  static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(12), Duration.ofSeconds(1), 400);
  private static final LatencyFinding LATENCY = judged();

  private SampleFigures() {}

  static List<Fare> fares(String name) {
    return List.of(
        new Fare(new FlowId("control-room"), new AssetId("SCADA-1"), 336, 0, 0, 0, ""),
        new Fare(
            new FlowId("aggregation"),
            new AssetId("AGG-1"),
            840,
            3,
            1,
            2,
            "LIC-101 late by 12 ms" + (name.equals(SampleRuns.HOSTILE) ? SampleRuns.HOSTILE : ""),
            new Misses(2, 1, 1)));
  }

  static Measured measured(String name) {
    String flow = name.equals(SampleRuns.HOSTILE) ? name : "SCADA-1 to LIC-101 over modbus-tcp";
    return new Measured(
        List.of(latency(flow)),
        timings(name),
        List.of(
            new LoadFinding(flow, new Knee(6_400, Knee.NONE), new Knee(3_200, 3_805), 54),
            new LoadFinding(flow + ", once more", new Knee(6_400, 7_611), new Knee(0, 50), 54)));
  }

  private static List<TimingFigure> timings(String name) {
    String said = name.equals(SampleRuns.HOSTILE) ? SampleRuns.HOSTILE : "";
    return List.of(
        new TimingFigure(
            "session set-up" + said,
            "Setting up a session",
            "host",
            740_733,
            4_673_177,
            1_000_000_000L,
            new Verdict.Pass()),
        new TimingFigure(
            "time to revoke at LIC-101",
            "A write in a read-only session",
            "host",
            5_994_558_305L,
            Samples.LOST,
            5_000_000_000L,
            new Verdict.Fail("writes still took hold 5994.558 ms after the revocation" + said)));
  }

  /** A latency of which the product loses seven answers in its second block. */
  public static LatencyFinding latency(String flow) {
    return new LatencyFinding(
            target(flow),
            LATENCY.plan(),
            LATENCY.samples(),
            LATENCY.figures(),
            LATENCY.verdict(),
            LATENCY.selfTest(),
            LATENCY.observed(),
            Optional.empty())
        .seen(kept(), 12);
  }

  /** A latency that the host was too noisy for, and that the wire settles. */
  public static LatencyFinding settledOnTheWire() {
    Verdict noisy = new Verdict.Inconclusive("a quieter host would settle it");
    SplittableRandom random = new SplittableRandom(3);
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      samples.put(arm, samples(arm, random, 900_000, 0));
    }
    return new LatencyFinding(
            target("SCADA-1 to LIC-101"),
            LATENCY.plan(),
            samples,
            LATENCY.figures().stream().map(figure -> judged(figure, noisy)).toList(),
            noisy,
            LATENCY.selfTest(),
            LATENCY.observed(),
            Optional.empty())
        .seen(kept(), 0);
  }

  private static LatencyFinding.Figure judged(LatencyFinding.Figure figure, Verdict verdict) {
    return new LatencyFinding.Figure(
        figure.name(),
        figure.quantile(),
        figure.direct(),
        figure.absolute(),
        figure.noise(),
        figure.added(),
        figure.budgetNanos(),
        verdict);
  }

  private static long[] kept() {
    return new SplittableRandom(11)
        .longs((long) PLAN.blocksPerArm() * PLAN.requestsPerBlock(), 300_000, 400_000)
        .toArray();
  }

  private static LatencyFinding judged() {
    SplittableRandom random = new SplittableRandom(7);
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    samples.put(Arm.DIRECT, samples(Arm.DIRECT, random, 200_000, 0));
    samples.put(Arm.DIRECT_AGAIN, samples(Arm.DIRECT_AGAIN, random, 201_000, 0));
    samples.put(Arm.PRODUCT, samples(Arm.PRODUCT, random, 900_000, 7));
    samples.put(Arm.NULL_RELAY, samples(Arm.NULL_RELAY, random, 250_000, 0));
    samples.put(Arm.DELAYING_RELAY, samples(Arm.DELAYING_RELAY, random, 1_250_000, 0));
    return LatencyJudge.judge(
        target(""),
        PLAN,
        new Taken(
            samples,
            new Injected(1_000_000, 1),
            new HostNoise(
                OptionalDouble.of(0.4),
                OptionalDouble.of(0.02),
                Optional.of(new WakeUps(30_000, 61_000, 240_000, 1_900_000)))),
        random);
  }

  private static Target target(String flow) {
    return new Target(
        flow, new ConduitId("site-to-cell-1"), "host", BUDGET, Duration.ofMillis(250));
  }

  private static Samples samples(Arm arm, SplittableRandom random, long typical, int lost) {
    List<long[]> blocks = new ArrayList<>();
    for (int block = 0; block < PLAN.blocksPerArm(); block++) {
      long[] values = new long[PLAN.of(arm).requestsPerBlock()];
      Arrays.setAll(
          values, i -> typical + (long) (typical * Math.pow(random.nextDouble(), 60) * 20));
      if (block == 1) {
        Arrays.fill(values, 0, lost, Samples.LOST);
      }
      blocks.add(values);
    }
    return new Samples(blocks, blocks, begins(blocks.size()));
  }

  private static List<Instant> begins(int blocks) {
    Instant first = Instant.parse("2026-11-24T08:15:20Z");
    return IntStream.range(0, blocks).mapToObj(b -> first.plusSeconds(4L * b)).toList();
  }

  static List<Entry.Mark> marks(String name) {
    String said = name.equals(SampleRuns.HOSTILE) ? SampleRuns.HOSTILE : "";
    return List.of(
        new Entry.Mark(
            START_NANOS + 31_000_000_000L, Kind.SIGNAL, "the ticket of Anna is withdrawn" + said),
        new Entry.Mark(START_NANOS + 32_500_000_000L, Kind.FAULT, "the decision point is silent"));
  }

  static Series level(String signal, double rise) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      double since = Math.max(0, i / 1000.0 - 0.12);
      points.add(new Point(START_NANOS + i * 84_000_000L, 50 + rise * since));
    }
    points.set(500, new Point(START_NANOS + 500 * 84_000_000L, Double.NaN));
    return new Series(signal, "%", points);
  }

  static Series inflow(String signal) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      points.add(new Point(START_NANOS + i * 84_000_000L, i > 120 && i < 140 ? 60 : 20));
    }
    return new Series(signal, "l/s", points);
  }
}
