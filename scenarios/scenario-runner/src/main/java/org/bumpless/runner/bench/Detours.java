package org.bumpless.runner.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Session;

/** Ways past the product that lead through a relay of the bench's own. */
final class Detours {
  private final Plant plant;
  private final Fabric fabric;
  private final Clients clients;
  private final RealTime timing;

  Detours(Plant plant, Fabric fabric, Clients clients, RealTime timing) {
    this.plant = plant;
    this.fabric = fabric;
    this.clients = clients;
    this.timing = timing;
  }

  /**
   * A relay before a flow's server.
   *
   * @param delay how long it keeps each request
   */
  KnownRelay relay(Flow flow, Duration delay) throws InterruptedException {
    int port =
        plant
            .endpoint(flow.server(), flow.protocol())
            .orElseThrow(() -> new IllegalArgumentException("flow " + flow.id() + " leads nowhere"))
            .port();
    try {
      return new KnownRelay(
          fabric.instrument(flow.client(), flow.server()),
          fabric.server(flow.server(), port),
          delay,
          timing);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the instrument cannot try itself: no relay can be started: " + e.getMessage(), e);
    }
  }

  /** A session through a relay; not connected yet. */
  Session session(Call call, KnownRelay relay) {
    return new ClientSession(clients.client(call, relay.door()));
  }
}
