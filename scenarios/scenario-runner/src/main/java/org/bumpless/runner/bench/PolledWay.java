package org.bumpless.runner.bench;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.timing.Target;

/**
 * What can be measured: a polling flow of the plant, and the conduit with the product that it
 * crosses.
 */
record PolledWay(Flow flow, Conduit conduit) {
  /**
   * Finds it.
   *
   * @throws IllegalArgumentException if the plant declares no such polling, or no product stands
   *     there
   */
  static PolledWay of(Plant plant, Routes routes, AssetId client, AssetId server) {
    Flow flow =
        plant.flows().stream()
            .filter(f -> f.period().isPresent())
            .filter(f -> f.client().equals(client) && f.server().equals(server))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the plant declares no polling of " + server + " by " + client));
    Conduit conduit =
        routes
            .crossed(client, server)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no product stands between " + client + " and " + server));
    return new PolledWay(flow, conduit);
  }

  /**
   * For people.
   *
   * @param beside what goes on meanwhile, in words; empty if nothing does
   */
  String words(String beside) {
    String way = flow.client() + " to " + flow.server() + " over " + flow.protocol();
    return beside.isEmpty() ? way : way + ", while " + beside;
  }

  /**
   * What is measured.
   *
   * @param beside what goes on meanwhile, in words; empty if nothing does
   */
  Target target(String beside) {
    return new Target(words(beside), conduit.id(), "host", conduit.budget(), flow.deadline());
  }
}
