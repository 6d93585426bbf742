package org.bumpless.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunManifest.Origin;
import org.bumpless.scenario.result.RunManifest.SourceFile;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.RunResult.Status;
import org.bumpless.scenario.result.ScanFacts;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Made-up runs, the same at every call. */
public final class SampleRuns {
  /** What somebody might write into a name to break out of a page. */
  public static final String HOSTILE =
      "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">'\"&{{x}}]]>";

  private static final long START = 5_000_000_000L;
  private static final Instant BEGAN = Instant.parse("2026-11-24T08:15:00Z");
  private static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(12), Duration.ofSeconds(1), 400);
  private static final LatencyFinding LATENCY = judged();
  private static final Standing PASSED = new Standing.Judged(new Verdict.Pass());

  private SampleRuns() {}

  /** A run in which everything occurs that can occur. */
  public static RunResult full() {
    return run("Proxy 1.2", Status.FINISHED, scenarios(""), failed());
  }

  /** The same with {@link #HOSTILE} wherever a person or a product has a say. */
  public static RunResult hostile() {
    return run(HOSTILE, Status.FINISHED, scenarios(HOSTILE), new Verdict.Fail(HOSTILE));
  }

  /** A run that was interrupted before its last scenario. */
  public static RunResult interrupted() {
    return run(
        "Proxy 1.2",
        Status.INTERRUPTED,
        List.of(
            stopped(""),
            undriven(
                "Setting up a session",
                new Standing.Untested("the run was ended before this scenario"))),
        new Verdict.Inconclusive("the run was interrupted: a run to its end would settle it"));
  }

  /** A run that has only just begun: nothing was driven, measured or recorded. */
  public static RunResult empty() {
    return new RunResult(
        manifest("Proxy 1.2"),
        Status.RUNNING,
        BEGAN,
        new Verdict.Inconclusive("the run has not come to its end"),
        ScanFacts.NONE,
        START,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A run of which nothing is to be complained. */
  public static RunResult passed() {
    return passed(List.of(full().requirements().getFirst()));
  }

  /** A run of a product that does not claim to do everything, and does what it claims. */
  public static RunResult passedInPart() {
    RequirementResult met = full().requirements().getFirst();
    return passed(
        List.of(
            met,
            new RequirementResult(
                met.requirement(),
                new Standing.NotApplicable("the product does not declare modbus-function"),
                List.of())));
  }

  private static RunResult passed(List<RequirementResult> requirements) {
    RunResult full = full();
    return new RunResult(
        full.manifest(),
        Status.FINISHED,
        full.ended(),
        new Verdict.Pass(),
        full.scans(),
        START,
        full.families(),
        requirements,
        List.of(stopped(""), worked("")),
        List.of(),
        List.of(),
        full.stations(),
        full.trends());
  }

  private static RunResult run(
      String name, Status status, List<ScenarioResult> scenarios, Verdict verdict) {
    return new RunResult(
        manifest(name),
        status,
        BEGAN.plusSeconds(84),
        verdict,
        new ScanFacts(8_400, 12, 23_456_789),
        START,
        families(),
        requirements(name),
        scenarios,
        List.of(latency(name.equals(HOSTILE) ? HOSTILE : "SCADA-1 to LIC-101 over modbus-tcp")),
        timings(name),
        fares(name),
        List.of(level("T-101.level", 40), level("T-102.level", 0), inflow("T-101.inflow")));
  }

  private static Verdict failed() {
    return new Verdict.Fail(
        List.of(
            "LIC-101.SP changed from 50.0 to 85.0", "a write came late: after the last scenario"));
  }

  /** What is fixed before a run. */
  public static RunManifest manifest(String product) {
    return new RunManifest(
        "20261124-081500-proxy-42",
        BEGAN,
        new Origin(
            "certify",
            file("scenarios/plants/two-tanks.yaml", true),
            file("proxy/sut.yaml", false),
            file("scenarios/profiles/standard.yaml", true),
            "./bumpless certify --sut proxy/sut.yaml --seed 42"),
        "not @slow",
        42,
        "0123456789abcdef0123456789abcdef01234567",
        "0.1.0",
        plant(product),
        new Sut(
            "proxy",
            product.equals(HOSTILE) ? HOSTILE : "Some proxy",
            product,
            Path.of("proxy"),
            new Deployment.Builtin("proxy"),
            Access.TLS,
            Set.of(Feature.MUTUAL_TLS, Feature.CERTIFICATE_ROTATION, Feature.FUNCTION_SCOPE),
            Optional.of(new Sut.PdpChoice("cedar", Map.of())),
            Map.of()),
        new Profile(
            "standard",
            "Standard profile",
            "",
            Set.of(Requirement.Level.CORE),
            Duration.ofSeconds(90),
            PLAN),
        new HostFacts(
            "Linux 6.1",
            "Some Processor",
            "OpenJDK 25",
            2,
            1024,
            OptionalDouble.of(0.75),
            "real",
            "loopback",
            "SCHED_OTHER"));
  }

  private static SourceFile file(String path, boolean shipped) {
    return new SourceFile(
        Path.of("/opt/bench").resolve(path),
        shipped ? Optional.of(Path.of(path)) : Optional.empty(),
        "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");
  }

  private static Plant plant(String name) {
    ZoneId site = new ZoneId("site-ops");
    ZoneId cell = new ZoneId("cell-1");
    return new Plant(
        "two-tanks",
        name.equals(HOSTILE) ? HOSTILE : "Two tanks",
        List.of(
            new Zone(site, "Site operations", PurdueLevel.L3, SecurityLevel.SL2, false),
            new Zone(cell, "Controllers", PurdueLevel.L1, SecurityLevel.SL2, false)),
        List.of(new Conduit(new ConduitId("site-to-cell-1"), site, cell, Enforcement.PEP, BUDGET)),
        List.of(
            new Asset.Hmi(new AssetId("SCADA-1"), site, "Operator station"),
            new Asset.Controller(
                new AssetId("LIC-101"),
                cell,
                "Level of tank 101",
                new Personality("modern", "Works", "W-1", "1.0", false, 64),
                new ProgramSpec(
                    "level-loop", Duration.ofMillis(10), Map.of("LEVEL", "T-101.level")),
                List.of(),
                List.of())),
        List.of(),
        new ProcessSpec("tank-farm", List.of()),
        List.of());
  }

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("IDN", "Identity");
    families.put("ENF", "Enforcement");
    families.put("LAT", "Determinism");
    families.put("ROL", "Roll-out");
    return families;
  }

  private static List<RequirementResult> requirements(String name) {
    String said = name.equals(HOSTILE) ? HOSTILE : "";
    return List.of(
        requirement("IDN-01", said, PASSED, "A certificate that ended"),
        requirement(
            "IDN-02", said, new Standing.NotApplicable("proxy does not declare change-window")),
        requirement(
            "ENF-01",
            said,
            new Standing.Judged(new Verdict.Fail("LIC-101.SP changed from 50.0 to 85.0")),
            "A write in a read-only session"),
        requirement(
            "ENF-05",
            said,
            new Standing.NotMeasurable("the loopback fabric cannot show it; netns can")),
        requirement(
            "LAT-01",
            said,
            new Standing.Judged(new Verdict.Inconclusive("a quieter host would settle it")),
            "Supervision across the boundary"),
        requirement("ROL-01", said, new Standing.Untested("no scenario of this run verifies it")));
  }

  private static RequirementResult requirement(
      String id, String said, Standing standing, String... scenarios) {
    return new RequirementResult(
        new Requirement(
            id,
            "What " + id + " asks for" + said,
            "IEC 62443-3-3 SR 1.1" + said,
            id.startsWith("ROL") ? Requirement.Level.EXTENDED : Requirement.Level.CORE,
            id.equals("IDN-02") ? Optional.of(Feature.CHANGE_WINDOW) : Optional.empty(),
            id.equals("ENF-05") ? Optional.of("netns") : Optional.empty()),
        standing,
        List.of(scenarios));
  }

  private static List<ScenarioResult> scenarios(String said) {
    return List.of(
        stopped(said),
        breach(said),
        worked(said),
        measured(said),
        undriven(
            "A write after the window has closed" + said,
            new Standing.NotApplicable("proxy does not declare change-window" + said)),
        undriven(
            "Around the product" + said,
            new Standing.NotMeasurable("the loopback fabric cannot show it" + said)),
        undriven(
            "Setting up a session" + said,
            new Standing.Untested("the run was ended before this scenario" + said)));
  }

  private static ScenarioResult stopped(String said) {
    return scenario(
        "A certificate that ended" + said,
        Kind.ATTACK,
        "IDN-01",
        PASSED,
        1,
        List.of(step("Given Anna at EWS-1" + said), step("Then LIC-101.SP has not changed")));
  }

  private static ScenarioResult breach(String said) {
    return scenario(
        "A write in a read-only session" + said,
        Kind.ATTACK,
        "ENF-01",
        new Standing.Judged(
            new Verdict.Fail(
                List.of(
                    "LIC-101.SP changed from 50.0 to 85.0" + said,
                    "LIC-101.SP changed from 50.0 to 85.0" + said + ": Ben had no right to"))),
        10,
        List.of(
            step("When Ben tries to set LIC-101.SP to 85 %" + said),
            new StepResult(
                "Then LIC-101.SP has not changed", StepResult.Status.FAILED, "it changed" + said),
            new StepResult(
                "And the stations have noticed nothing", StepResult.Status.SKIPPED, "")));
  }

  private static ScenarioResult worked(String said) {
    return scenario(
        "An approved set-point change" + said,
        Kind.MAINTENANCE,
        "IDN-01",
        PASSED,
        20,
        List.of(step("When Anna sets LIC-101.SP to 62 %")));
  }

  private static ScenarioResult measured(String said) {
    return scenario(
        "Supervision across the boundary" + said,
        Kind.MAINTENANCE,
        "LAT-01",
        new Standing.Judged(new Verdict.Inconclusive("a quieter host would settle it" + said)),
        30,
        List.of(
            new StepResult(
                "Then the added latency is inside the budget",
                StepResult.Status.INCONCLUSIVE,
                "a quieter host would settle it" + said)));
  }

  private static StepResult step(String text) {
    return new StepResult(text, StepResult.Status.PASSED, "");
  }

  private static ScenarioResult scenario(
      String name,
      Kind kind,
      String requirement,
      Standing standing,
      long second,
      List<StepResult> steps) {
    long begin = START + second * 1_000_000_000L;
    return new ScenarioResult(
        "attack/sample.feature:" + second,
        name,
        kind == Kind.ATTACK ? "Nobody gets in" : "Work goes through",
        kind,
        List.of(requirement),
        kind == Kind.ATTACK ? List.of("T0859") : List.of(),
        standing,
        begin,
        begin + 1_500_000_000L,
        steps,
        List.of("Ben at EWS-2: write SP = 85.0 on LIC-101: answered"),
        fares(""),
        List.of(level("T-101.level", 40)));
  }

  private static ScenarioResult undriven(String name, Standing standing) {
    return new ScenarioResult(
        "maintenance/sample.feature:9",
        name,
        "Work goes through",
        Kind.MAINTENANCE,
        List.of("LAT-01"),
        List.of(),
        standing,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Fare> fares(String name) {
    return List.of(
        new Fare(new FlowId("control-room"), new AssetId("SCADA-1"), 336, 0, 0, 0, ""),
        new Fare(
            new FlowId("aggregation"),
            new AssetId("AGG-1"),
            840,
            3,
            1,
            2,
            "LIC-101 late by 12 ms" + (name.equals(HOSTILE) ? HOSTILE : ""),
            new Misses(2, 1, 1)));
  }

  private static List<TimingFigure> timings(String name) {
    String said = name.equals(HOSTILE) ? HOSTILE : "";
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
        flow,
        LATENCY.conduit(),
        LATENCY.label(),
        LATENCY.budget(),
        LATENCY.plan(),
        LATENCY.samples(),
        LATENCY.figures(),
        LATENCY.verdict());
  }

  private static LatencyFinding judged() {
    SplittableRandom random = new SplittableRandom(7);
    Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
    samples.put(Arm.DIRECT, samples(random, 200_000, 0));
    samples.put(Arm.DIRECT_AGAIN, samples(random, 201_000, 0));
    samples.put(Arm.PRODUCT, samples(random, 900_000, 7));
    return LatencyJudge.judge(
        "", new ConduitId("site-to-cell-1"), "host", BUDGET, PLAN, samples, random);
  }

  private static Samples samples(SplittableRandom random, long typical, int lost) {
    List<long[]> blocks = new ArrayList<>();
    for (int block = 0; block < PLAN.blocksPerArm(); block++) {
      long[] values = new long[PLAN.requestsPerBlock()];
      Arrays.setAll(
          values, i -> typical + (long) (typical * Math.pow(random.nextDouble(), 60) * 20));
      if (block == 1) {
        Arrays.fill(values, 0, lost, Samples.LOST);
      }
      blocks.add(values);
    }
    return new Samples(blocks);
  }

  private static Series level(String signal, double rise) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      double since = Math.max(0, i / 1000.0 - 0.12);
      points.add(new Point(START + i * 84_000_000L, 50 + rise * since));
    }
    points.set(500, new Point(START + 500 * 84_000_000L, Double.NaN));
    return new Series(signal, "%", points);
  }

  private static Series inflow(String signal) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      points.add(new Point(START + i * 84_000_000L, i > 120 && i < 140 ? 60 : 20));
    }
    return new Series(signal, "l/s", points);
  }
}
