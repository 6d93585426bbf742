package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.bumpless.reports.curve.Thinning;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.process.Suffered;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.StepResult;

/** Scenarios as JSON; times count from the start of the run. */
final class ScenarioJson {
  private static final int TREND_POINTS = 200;

  private final long startNanos;

  ScenarioJson(long startNanos) {
    this.startNanos = startNanos;
  }

  ObjectNode scenario(ScenarioResult scenario) {
    ObjectNode node =
        Nodes.object()
            .put("id", scenario.id())
            .put("name", scenario.name())
            .put("feature", scenario.feature())
            .put("kind", scenario.kind().name().toLowerCase(Locale.ROOT));
    node.set("requirements", Nodes.texts(scenario.requirements()));
    node.set("techniques", Nodes.texts(scenario.techniques()));
    node.put("standing", scenario.standing().word());
    node.set("reasons", Nodes.texts(scenario.standing().reasons()));
    node.put("beginNanos", scenario.driven() ? scenario.startNanos() - startNanos : null)
        .put("endNanos", scenario.driven() ? scenario.endNanos() - startNanos : null);
    node.set("steps", Nodes.list(scenario.steps(), ScenarioJson::step));
    node.set("evidence", Nodes.texts(scenario.evidence()));
    node.set("stations", Nodes.list(scenario.meanwhile().stations(), ScenarioJson::fare));
    node.set("trends", Nodes.list(scenario.meanwhile().trends(), t -> trend(t, TREND_POINTS)));
    node.set("loops", Nodes.list(scenario.meanwhile().loops(), ScenarioJson::loop));
    node.set("suffered", suffered(scenario.meanwhile().suffered()));
    node.set(
        "capture",
        scenario
            .meanwhile()
            .capture()
            .<JsonNode>map(ScenarioJson::capture)
            .orElse(NullNode.getInstance()));
    return node;
  }

  private static ObjectNode capture(Capture capture) {
    return Nodes.object()
        .put("file", capture.file())
        .put("frames", capture.frames())
        .put("dropped", capture.dropped())
        .put("leftOut", capture.leftOut());
  }

  private static ObjectNode loop(LoopFare loop) {
    ObjectNode node =
        Nodes.object()
            .put("controller", loop.controller().value())
            .put("signal", loop.signal())
            .put("unit", loop.unit());
    node.set("integralError", Nodes.value(loop.integralError()));
    node.set("margin", Nodes.value(loop.margin()));
    node.set("alarms", Nodes.texts(loop.alarms()));
    return node;
  }

  private static ObjectNode suffered(Suffered suffered) {
    ObjectNode node = Nodes.object();
    node.set("outside", Nodes.list(suffered.outside(), ScenarioJson::amount));
    node.set("trips", Nodes.list(suffered.trips(), ScenarioJson::amount));
    node.set(
        "nearest",
        suffered.nearest().<JsonNode>map(ScenarioJson::amount).orElse(NullNode.getInstance()));
    node.set("lost", Nodes.list(suffered.lost(), ScenarioJson::amount));
    return node;
  }

  private static ObjectNode amount(Suffered.Amount amount) {
    ObjectNode node = Nodes.object().put("signal", amount.signal()).put("unit", amount.unit());
    node.set("value", Nodes.value(amount.value()));
    return node;
  }

  private static ObjectNode step(StepResult step) {
    return Nodes.object()
        .put("text", step.text())
        .put("status", step.status().name().toLowerCase(Locale.ROOT))
        .put("message", step.message());
  }

  static ObjectNode fare(Stations.Fare fare) {
    ObjectNode node =
        Nodes.object()
            .put("flow", fare.flow().value())
            .put("station", fare.station().value())
            .put("planned", fare.planned())
            .put("missed", fare.missed())
            .put("lost", fare.lost())
            .put("longestMiss", fare.longestMiss())
            .put("why", fare.why());
    node.putObject("blamed")
        .put("missed", fare.blamed().missed())
        .put("lost", fare.blamed().lost())
        .put("longestMiss", fare.blamed().longest());
    return node;
  }

  ObjectNode trend(Process.Series series, int most) {
    ObjectNode node = Nodes.object().put("signal", series.signal()).put("unit", series.unit());
    ArrayNode points = node.putArray("points");
    for (Process.Point point : Thinning.of(series.points(), most)) {
      points.addArray().add(point.nanos() - startNanos).add(Nodes.value(point.value()));
    }
    return node;
  }
}
