package org.bumpless.reports.html;

import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.scenario.result.ScenarioResult;

/** Where on the page a scenario stands. */
record Anchors(List<ScenarioResult> scenarios) {

  /** A link. */
  record Link(String anchor, String name, Mark mark) {}

  String of(ScenarioResult scenario) {
    return "scenario-" + (scenarios.indexOf(scenario) + 1);
  }

  /** The links to all scenarios of a name. */
  List<Link> named(String name) {
    return IntStream.range(0, scenarios.size())
        .filter(i -> scenarios.get(i).name().equals(name))
        .mapToObj(i -> link(scenarios.get(i)))
        .toList();
  }

  Link link(ScenarioResult scenario) {
    return new Link(of(scenario), scenario.name(), Mark.of(scenario.standing()));
  }
}
