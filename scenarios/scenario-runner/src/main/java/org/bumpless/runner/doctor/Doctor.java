package org.bumpless.runner.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.InputException;
import org.bumpless.runner.bench.BenchBuilder;
import org.bumpless.runner.bench.FloorLab;
import org.bumpless.runner.bench.RunningBench;
import org.bumpless.runner.doctor.Tools.Tool;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;

/** Brings a plant up without a product, measures what the host adds, and looks around. */
public final class Doctor {
  /** So many steps show how fine a clock is; more would take long where it is not. */
  private static final int STEPS = 100;

  /** A clock that stands still for so many readings has no step. */
  private static final int READINGS_MAX = 1_000_000;

  private final SystemFiles files = new SystemFiles(Path.of("/"));
  private final Plant plant;
  private final Sut none;
  private final Profile profile;
  private final Fabrics.Choice fabric;
  private final RealTime timing;
  private final Timetable timetable;

  /**
   * @param none the product that is none: what the stations go through
   */
  public Doctor(
      Plant plant,
      Sut none,
      Profile profile,
      Fabrics.Choice fabric,
      RealTime timing,
      Timetable timetable) {
    this.plant = plant;
    this.none = none;
    this.profile = profile;
    this.fabric = fabric;
    this.timing = timing;
    this.timetable = timetable;
  }

  /**
   * Examines the host.
   *
   * @param folder for what the plant writes meanwhile
   * @throws org.bumpless.runner.MissingException if no bench can be started here
   */
  public Diagnosis examine(Path folder) throws InterruptedException {
    Flow flow = watched();
    Budget budget =
        plant
            .enforcedBetween(flow.client(), flow.server())
            .map(Conduit::budget)
            .orElseThrow(() -> new IllegalStateException("no product can stand in " + flow.id()));
    FloorLab.Floor floor;
    String taps;
    BenchBuilder builder =
        new BenchBuilder(
            plant, none, profile, 1, fabric.kind(), folder, new History(entry -> {}), timing);
    Duration started;
    Duration measured;
    try (RunningBench bench = builder.start()) {
      started = timetable.passed();
      floor =
          new FloorLab(bench, timing)
              .measure(
                  flow,
                  budget,
                  profile.latency(),
                  full -> timetable.fitting(full, FloorLab.ARMS_COUNT));
      measured = timetable.passed().minus(started);
      taps = new TapLook(bench).told(flow);
    }
    LatencyPlan plan = floor.plan();
    Tools tools = Tools.onPath(System.getenv().getOrDefault("PATH", ""));
    List<Tool> missing = tools.missing();
    return new Diagnosis(
        String.format(
            Locale.ROOT,
            "%s to %s over %s, %.1f s and %,d requests for each of two arms",
            flow.client(),
            flow.server(),
            flow.protocol(),
            plan.perArm().toMillis() / 1000.0,
            plan.requestsPerArm()),
        new BudgetRows(floor).of(plant),
        facts(floor.host(), taps),
        missing,
        Installer.of(tools, files.root()).lines(missing),
        new Timetable.Spent(started, measured));
  }

  /**
   * The quickest of the polling flows in which a product stands; of an operator station if there is
   * one, for it is them that the budgets are about.
   */
  private Flow watched() {
    Set<AssetId> operators =
        plant.assets(Asset.Hmi.class).stream().map(Asset::id).collect(Collectors.toSet());
    return plant.flows().stream()
        .filter(flow -> flow.period().isPresent())
        .filter(flow -> plant.enforcedBetween(flow.client(), flow.server()).isPresent())
        .min(
            Comparator.comparing((Flow flow) -> !operators.contains(flow.client()))
                .thenComparing(flow -> flow.period().orElseThrow()))
        .orElseThrow(
            () ->
                new InputException(
                    "plant "
                        + plant.id()
                        + ": found no polling flow through an enforced conduit; expected one to measure on"));
  }

  private List<Fact> facts(HostNoise host, String taps) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("scheduler", timing.told()));
    host.wakeUps()
        .ifPresent(
            late ->
                facts.add(
                    new Fact(
                        "timer",
                        "an idle thread wakes up late by %s at p50, %s at p99.9, %s at most"
                            .formatted(
                                LatencyJudge.millis(late.p50Nanos()),
                                LatencyJudge.millis(late.p999Nanos()),
                                LatencyJudge.millis(late.worstNanos())))));
    facts.add(new Fact("processors", processors(host)));
    facts.add(new Fact("network", fabric.inWords()));
    facts.add(new Fact("taps", taps));
    facts.add(
        new Fact(
            "clock",
            "%s, smallest step %,d ns"
                .formatted(
                    files.clockSource().orElse("of the system"), smallestStep(timing.clock()))));
    facts.addAll(files.facts());
    return facts;
  }

  /** What two readings of a clock differ by if they differ, nanoseconds. */
  static long smallestStep(NanoClock clock) {
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < STEPS; i++) {
      long begin = clock.nanos();
      long now = clock.nanos();
      for (int again = 0; now == begin && again < READINGS_MAX; again++) {
        now = clock.nanos();
      }
      if (now > begin) {
        smallest = Math.min(smallest, now - begin);
      }
    }
    return smallest;
  }

  private static String processors(HostNoise host) {
    String count = Integer.toString(Runtime.getRuntime().availableProcessors());
    return count
        + Map.of(
                "to spare while it was measured",
                host.idle(),
                "taken by other guests",
                host.stolen())
            .entrySet()
            .stream()
            .filter(share -> share.getValue().isPresent())
            .map(
                share ->
                    String.format(
                        Locale.ROOT,
                        ", %.0f %% %s",
                        100 * share.getValue().getAsDouble(),
                        share.getKey()))
            .sorted()
            .reduce("", String::concat);
  }
}
