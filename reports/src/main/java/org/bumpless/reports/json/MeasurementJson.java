package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bumpless.reports.curve.QuantileCurve;
import org.bumpless.reports.latency.LatencyLogs;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Knee;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.SelfTest;
import org.bumpless.scenario.timing.WireFinding;
import org.bumpless.scenario.verdict.Verdict;

/** Everything that was measured, as JSON: latencies first, then single times, then loads. */
final class MeasurementJson {
  private static final double QUANTILE_PLACES = 1e6;

  private MeasurementJson() {}

  static ArrayNode all(RunResult result) {
    ArrayNode array = Nodes.array();
    List<LatencyFinding> latencies = result.latencies();
    for (int i = 0; i < latencies.size(); i++) {
      array.add(latency(i + 1, latencies.get(i)));
    }
    result.timings().forEach(timing -> array.add(timing(timing)));
    result.measured().loads().forEach(load -> array.add(load(load)));
    return array;
  }

  private static ObjectNode timing(TimingFigure timing) {
    ObjectNode node =
        Nodes.object()
            .put("kind", "timing")
            .put("quantity", timing.quantity())
            .put("scenario", timing.scenario())
            .put("label", timing.label());
    node.set("lowNanos", Nodes.nanos(timing.lowNanos()));
    node.set("highNanos", Nodes.nanos(timing.highNanos()));
    node.put("budgetNanos", timing.budgetNanos());
    return verdict(node, timing.verdict());
  }

  private static ObjectNode load(LoadFinding load) {
    ObjectNode node = Nodes.object().put("kind", "load").put("flow", load.flow());
    node.set("direct", knee(load.direct()));
    node.set("product", knee(load.product()));
    node.put("neededHz", load.neededHz());
    return verdict(node, load.verdict());
  }

  private static ObjectNode knee(Knee knee) {
    ObjectNode node = Nodes.object().put("keptHz", knee.keptHz());
    return knee.brokenHz() == Knee.NONE
        ? node.putNull("brokenHz")
        : node.put("brokenHz", knee.brokenHz());
  }

  private static ObjectNode latency(int number, LatencyFinding finding) {
    ObjectNode node =
        Nodes.object()
            .put("kind", "latency")
            .put("flow", finding.flow())
            .put("conduit", finding.conduit().value())
            .put("label", finding.label());
    node.set(
        "budget",
        Nodes.object()
            .put("addedP50Nanos", finding.budget().addedP50Max().toNanos())
            .put("addedP999Nanos", finding.budget().addedP999Max().toNanos()));
    node.set("plan", DescriptionJson.plan(finding.plan()));
    Map<Arm, Samples> samples = finding.samples();
    node.set(
        "arms",
        Nodes.list(
            Arrays.stream(Arm.values()).filter(samples::containsKey).toList(),
            arm -> arm(number, finding, arm)));
    node.set("quantiles", Nodes.list(finding.figures(), MeasurementJson::figure));
    node.set("observed", ObservationJson.of(finding.observed()));
    node.set("selfTest", selfTest(finding.selfTest()));
    node.set(
        "wire", finding.wire().<JsonNode>map(MeasurementJson::wire).orElse(NullNode.getInstance()));
    return verdict(node, finding.verdict());
  }

  private static ObjectNode selfTest(SelfTest selfTest) {
    ObjectNode node = Nodes.object().put("injectedNanos", selfTest.injected().nanos());
    node.set("recovered", Nodes.interval(selfTest.recovered()));
    return node.put("allowedNanos", selfTest.allowedNanos()).put("sound", selfTest.sound());
  }

  private static ObjectNode wire(WireFinding wire) {
    ObjectNode node =
        Nodes.object().put("requests", wire.requests()).put("sameBytes", wire.sameBytes());
    node.set("quantiles", Nodes.list(wire.figures(), MeasurementJson::kept));
    return node.put("lack", wire.lack());
  }

  private static ObjectNode kept(WireFinding.Figure figure) {
    ObjectNode node = Nodes.object().put("name", figure.name()).put("quantile", figure.quantile());
    node.set("kept", Nodes.interval(figure.kept()));
    return node.put("budgetNanos", figure.budgetNanos()).put("inside", figure.inside());
  }

  private static ObjectNode arm(int number, LatencyFinding finding, Arm arm) {
    Samples samples = finding.samples().getOrDefault(arm, Samples.NONE);
    QuantileCurve curve = QuantileCurve.of(samples);
    ObjectNode node =
        Nodes.object()
            .put("arm", arm.label())
            .put("requests", samples.count())
            .put("lost", samples.lost())
            .put("log", LatencyLogs.file(number, finding, arm));
    ArrayNode points = node.putArray("curve");
    for (QuantileCurve.Point point : curve.points()) {
      points
          .addArray()
          .add(Math.round(point.quantile() * QUANTILE_PLACES) / QUANTILE_PLACES)
          .add(point.nanos());
    }
    return node;
  }

  private static ObjectNode figure(LatencyFinding.Figure figure) {
    ObjectNode node = Nodes.object().put("name", figure.name()).put("quantile", figure.quantile());
    node.set("direct", Nodes.interval(figure.direct()));
    node.set("product", Nodes.interval(figure.absolute()));
    node.set("noise", Nodes.interval(figure.noise()));
    node.set("added", Nodes.interval(figure.added()));
    node.put("budgetNanos", figure.budgetNanos());
    return verdict(node, figure.verdict());
  }

  private static ObjectNode verdict(ObjectNode node, Verdict verdict) {
    node.put("verdict", verdict.word());
    node.set("reasons", Nodes.texts(verdict.reasons()));
    return node;
  }
}
