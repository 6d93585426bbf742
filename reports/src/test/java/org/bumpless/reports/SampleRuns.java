package org.bumpless.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunManifest.Origin;
import org.bumpless.scenario.result.RunManifest.SourceFile;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.RunResult.Status;
import org.bumpless.scenario.result.ScanFacts;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Made-up runs, the same at every call. */
public final class SampleRuns {
  /** What somebody might write into a name to break out of a page. */
  public static final String HOSTILE =
      "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">'\"&{{x}}]]>";

  private static final Instant BEGAN = Instant.parse("2026-11-24T08:15:00Z");
  static final Standing PASSED = new Standing.Judged(new Verdict.Pass());

  private SampleRuns() {}

  /** A run in which everything occurs that can occur. */
  public static RunResult full() {
    return run("Proxy 1.2", Status.FINISHED, SampleScenarios.scenarios(""), failed());
  }

  /** The same with {@link #HOSTILE} wherever a person or a product has a say. */
  public static RunResult hostile() {
    return run(
        HOSTILE, Status.FINISHED, SampleScenarios.scenarios(HOSTILE), new Verdict.Fail(HOSTILE));
  }

  /** A run that was interrupted before its last scenario. */
  public static RunResult interrupted() {
    return run(
        "Proxy 1.2",
        Status.INTERRUPTED,
        List.of(
            SampleScenarios.stopped(""),
            SampleScenarios.undriven(
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
        SampleFigures.START_NANOS,
        Map.of(),
        List.of(),
        List.of(),
        Measured.NOTHING,
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
    return passedBut(new Standing.NotApplicable("the product does not declare modbus-function"));
  }

  /** A run that did not try all that its profile asks for. */
  public static RunResult passedAsFarAsItWent() {
    return passedBut(new Standing.Untested("no scenario of this run verifies it"));
  }

  private static RunResult passedBut(Standing standing) {
    RequirementResult met = full().requirements().getFirst();
    return passed(List.of(met, new RequirementResult(met.requirement(), standing, List.of())));
  }

  private static RunResult passed(List<RequirementResult> requirements) {
    RunResult full = full();
    return new RunResult(
        full.manifest(),
        Status.FINISHED,
        full.ended(),
        new Verdict.Pass(),
        full.scans(),
        SampleFigures.START_NANOS,
        full.families(),
        requirements,
        List.of(SampleScenarios.stopped(""), SampleScenarios.worked("")),
        Measured.NOTHING,
        full.stations(),
        full.marks(),
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
        SampleFigures.START_NANOS,
        families(),
        requirements(name),
        scenarios,
        SampleFigures.measured(name),
        SampleFigures.fares(name),
        SampleFigures.marks(name),
        List.of(
            SampleFigures.level("T-101.level", 40),
            SampleFigures.level("T-102.level", 0),
            SampleFigures.inflow("T-101.inflow")));
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
            new Access.Tls(),
            Set.of(Feature.MUTUAL_TLS, Feature.CERTIFICATE_ROTATION, Feature.FUNCTION_SCOPE),
            Optional.of(new Sut.PdpChoice("cedar", Map.of())),
            Map.of()),
        new Profile(
            "standard",
            "Standard profile",
            "",
            Set.of(Requirement.Level.CORE),
            Duration.ofSeconds(90),
            SampleFigures.PLAN),
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
        List.of(
            new Conduit(
                new ConduitId("site-to-cell-1"),
                site,
                cell,
                Enforcement.PEP,
                SampleFigures.BUDGET)),
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
            new Standing.NotMeasurable(
                "hosts that share one network cannot show it; the netns fabric can")),
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
            id.equals("ENF-05") ? Optional.of(Means.NETNS) : Optional.empty()),
        standing,
        List.of(scenarios));
  }
}
