package org.bumpless.features.run;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.features.World;
import org.bumpless.plant.model.Asset;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;

/** Turns scenarios as Cucumber knows them into results as reports know them. */
final class Descriptions {
  private final Applicability applicability;
  private final Map<URI, String> features;

  /**
   * @param features title of each feature file
   */
  Descriptions(Applicability applicability, Map<URI, String> features) {
    this.applicability = applicability;
    this.features = Map.copyOf(features);
  }

  /** A scenario as its file has it. */
  record Case(URI file, int line, String name, List<String> tags) {}

  ScenarioResult notDriven(Case scenario, Standing standing) {
    return result(
        scenario, standing, 0, 0, List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  ScenarioResult result(
      Case scenario,
      Standing standing,
      World world,
      List<StepResult> steps,
      Optional<Capture> capture) {
    return result(
        scenario,
        standing,
        world.startNanos(),
        world.bench().clock().nanos(),
        steps,
        world.evidence(),
        world.bench().stations().since(world.startNanos()),
        trends(world),
        capture);
  }

  private ScenarioResult result(
      Case scenario,
      Standing standing,
      long start,
      long end,
      List<StepResult> steps,
      List<String> evidence,
      List<org.bumpless.scenario.bench.Stations.Fare> stations,
      List<Process.Series> trends,
      Optional<Capture> capture) {
    return new ScenarioResult(
        id(scenario),
        scenario.name(),
        features.getOrDefault(scenario.file(), scenario.file().toString()),
        scenario.tags().contains("@attack") ? Kind.ATTACK : Kind.MAINTENANCE,
        applicability.requirements(scenario.tags()),
        Applicability.techniques(scenario.tags()),
        standing,
        start,
        end,
        steps,
        evidence,
        stations,
        trends,
        capture);
  }

  private static String id(Case scenario) {
    String file = scenario.file().toString();
    int root = file.lastIndexOf("features/");
    return (root < 0 ? file : file.substring(root + "features/".length())) + ":" + scenario.line();
  }

  private static List<Process.Series> trends(World world) {
    List<String> signals =
        world.touched().stream()
            .flatMap(id -> world.bench().plant().asset(id).stream())
            .filter(Asset.Controller.class::isInstance)
            .map(Asset.Controller.class::cast)
            .flatMap(c -> Stream.of("LEVEL", "FLOW_IN").map(c.program().io()::get))
            .filter(java.util.Objects::nonNull)
            .toList();
    return world.bench().process().since(world.startNanos(), signals);
  }
}
