package org.bumpless.features.run;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.features.World;
import org.bumpless.plant.model.Asset;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.result.Meanwhile;
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
    return result(scenario, standing, 0, 0, List.of(), List.of(), Meanwhile.NOTHING);
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
        new Meanwhile(
            world.bench().stations().since(world.startNanos()),
            trends(world),
            loops(world),
            world.bench().process().suffered(world.startNanos()),
            capture));
  }

  private ScenarioResult result(
      Case scenario,
      Standing standing,
      long start,
      long end,
      List<StepResult> steps,
      List<String> evidence,
      Meanwhile meanwhile) {
    return new ScenarioResult(
        id(scenario),
        scenario.name(),
        features.getOrDefault(scenario.file(), scenario.file().toString()),
        kind(scenario.tags()),
        applicability.requirements(scenario.tags()),
        Applicability.techniques(scenario.tags()),
        standing,
        start,
        end,
        steps,
        evidence,
        meanwhile);
  }

  private static Kind kind(Collection<String> tags) {
    if (tags.contains("@attack")) {
      return Kind.ATTACK;
    }
    return tags.contains("@conformance") ? Kind.CONFORMANCE : Kind.MAINTENANCE;
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
            .flatMap(c -> c.program().trends().stream())
            .toList();
    return world.bench().process().since(world.startNanos(), signals);
  }

  /**
   * Those that were touched, those that alarmed somebody, and the one that came nearest to harm.
   */
  private static List<LoopFare> loops(World world) {
    List<LoopFare> all = world.bench().loops().since(world.startNanos());
    double nearest = all.stream().mapToDouble(LoopFare::margin).min().orElse(0);
    return all.stream()
        .filter(
            loop ->
                world.touched().contains(loop.controller())
                    || !loop.alarms().isEmpty()
                    || loop.margin() == nearest)
        .toList();
  }
}
