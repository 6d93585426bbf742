package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.timing.LatencyPlan;

/** What was tested, against what and where, as JSON. */
final class DescriptionJson {
  private DescriptionJson() {}

  static ObjectNode sut(Sut sut) {
    ObjectNode node =
        Nodes.object()
            .put("id", sut.id())
            .put("title", sut.title())
            .put("product", sut.product())
            .put("deployment", deployment(sut.deployment()))
            .put("access", sut.access().label());
    node.set(
        "features", Nodes.texts(sut.features().stream().sorted().map(f -> f.label()).toList()));
    return node.put("pdp", sut.pdp().map(Sut.PdpChoice::provider).orElse(null));
  }

  private static String deployment(Deployment deployment) {
    return switch (deployment) {
      case Deployment.Builtin ignored -> "builtin";
      case Deployment.Process ignored -> "process";
      case Deployment.Container ignored -> "container";
      case Deployment.Routed ignored -> "routed";
      case Deployment.External ignored -> "external";
    };
  }

  static ObjectNode plant(Plant plant) {
    return Nodes.object()
        .put("id", plant.id())
        .put("title", plant.title())
        .put("zones", plant.zones().size())
        .put("conduits", plant.conduits().size())
        .put("controllers", plant.assets(Asset.Controller.class).size())
        .put("flows", plant.flows().size());
  }

  static ObjectNode profile(Profile profile) {
    ObjectNode node =
        Nodes.object()
            .put("id", profile.id())
            .put("title", profile.title())
            .put("tags", profile.tags());
    node.set(
        "needs",
        Nodes.texts(
            profile.needs().stream()
                .sorted()
                .map(l -> l.name().toLowerCase(Locale.ROOT))
                .toList()));
    node.put("maxDurationNanos", profile.maxDuration().toNanos());
    node.set("latency", plan(profile.latency()));
    return node;
  }

  static ObjectNode plan(LatencyPlan plan) {
    return Nodes.object()
        .put("perArmNanos", plan.perArm().toNanos())
        .put("blockNanos", plan.block().toNanos())
        .put("rateHz", plan.rateHz());
  }

  static ObjectNode host(HostFacts host) {
    ObjectNode node =
        Nodes.object()
            .put("os", host.os())
            .put("processor", host.processor())
            .put("java", host.java())
            .put("cores", host.cores())
            .put("memoryMiB", host.memoryMiB());
    node.set("load", Nodes.value(host.load().orElse(Double.NaN)));
    return node.put("clock", host.clock())
        .put("fabric", host.fabric())
        .put("scheduling", host.scheduling());
  }
}
