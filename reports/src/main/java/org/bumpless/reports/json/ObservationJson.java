package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.bumpless.scenario.timing.Fairness;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.Misses;
import org.bumpless.scenario.timing.Observations;

/** What a latency measurement shows besides what it is judged by, as JSON. */
final class ObservationJson {
  private static final double SHARE_PLACES = 1e4;

  private ObservationJson() {}

  static ObjectNode of(Observations observed) {
    ObjectNode node = Nodes.object();
    node.set("quantiles", Nodes.list(observed.quantiles(), ObservationJson::quantile));
    node.set("jitter", jitter(observed.jitter()));
    node.set("misses", misses(observed));
    node.set("fairness", fairness(observed.fairness()));
    node.set("host", host(observed.host()));
    return node;
  }

  private static ObjectNode fairness(Fairness fairness) {
    ObjectNode node =
        Nodes.object()
            .put("flows", fairness.flows())
            .put("index", Math.round(fairness.index() * SHARE_PLACES) / SHARE_PLACES);
    node.set("typicalNanos", Nodes.nanos(fairness.typicalNanos()));
    node.set("slowestNanos", Nodes.nanos(fairness.slowestNanos()));
    return node;
  }

  private static ObjectNode quantile(Observations.Quantile quantile) {
    ObjectNode node =
        Nodes.object().put("name", quantile.name()).put("quantile", quantile.quantile());
    node.set("direct", Nodes.interval(quantile.direct()));
    node.set("product", Nodes.interval(quantile.product()));
    node.set("added", Nodes.interval(quantile.added()));
    return node;
  }

  private static ObjectNode jitter(Observations.Jitter jitter) {
    ObjectNode node = Nodes.object();
    node.set("direct", Nodes.interval(jitter.direct()));
    node.set("product", Nodes.interval(jitter.product()));
    node.set("added", Nodes.interval(jitter.added()));
    return node;
  }

  private static ObjectNode misses(Observations observed) {
    ObjectNode node = Nodes.object().put("deadlineNanos", observed.misses().deadline().toNanos());
    node.set("direct", misses(observed.missesDirect()));
    node.set("product", misses(observed.misses()));
    return node;
  }

  private static ObjectNode misses(Misses misses) {
    ObjectNode node =
        Nodes.object().put("requests", misses.requests()).put("missed", misses.missed());
    node.set(
        "longest",
        misses.longest().<JsonNode>map(ObservationJson::run).orElse(NullNode.getInstance()));
    return node;
  }

  private static ObjectNode run(Misses.Run run) {
    return Nodes.object()
        .put("requests", run.requests())
        .put("from", run.from().toString())
        .put("to", run.to().toString());
  }

  private static ObjectNode host(HostNoise host) {
    ObjectNode node = Nodes.object();
    node.set("idle", share(host.idle()));
    node.set("stolen", share(host.stolen()));
    node.set(
        "wakeUps",
        host.wakeUps().<JsonNode>map(ObservationJson::wakeUps).orElse(NullNode.getInstance()));
    return node;
  }

  private static JsonNode share(OptionalDouble share) {
    return share.isEmpty()
        ? NullNode.getInstance()
        : Nodes.object().numberNode(Math.round(share.getAsDouble() * SHARE_PLACES) / SHARE_PLACES);
  }

  private static ObjectNode wakeUps(HostNoise.WakeUps late) {
    return Nodes.object()
        .put("count", late.count())
        .put("p50Nanos", late.p50Nanos())
        .put("p999Nanos", late.p999Nanos())
        .put("worstNanos", late.worstNanos());
  }
}
