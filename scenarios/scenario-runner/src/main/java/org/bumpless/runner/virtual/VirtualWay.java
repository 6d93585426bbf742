package org.bumpless.runner.virtual;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.adapter.logical.LogicalPep;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.bench.Call;

/** From a client to its controller: through the product where one stands, then to the port. */
final class VirtualWay {
  /** What a request takes there and back; a virtual run says nothing about it. */
  private static final Duration ROUND_TRIP = Duration.ofMillis(1);

  private final Plant plant;
  private final LogicalPep product;
  private final NanoClock clock;
  private final Map<AssetId, ControllerPort> ports = new HashMap<>();
  private boolean gone;

  VirtualWay(
      Plant plant,
      LogicalPep product,
      List<VirtualController> controllers,
      Consumer<Served> log,
      NanoClock clock) {
    this.plant = plant;
    this.product = product;
    this.clock = clock;
    controllers.forEach(c -> ports.put(c.id(), new ControllerPort(c, log, clock)));
  }

  /** The product has been switched off or on; what is off lets nothing pass. */
  void gone(boolean off) {
    gone = off;
  }

  boolean isGone() {
    return gone;
  }

  /** Does one thing now, without time passing. */
  Outcome now(Call call, Operation operation) {
    Optional<EndpointSpec> endpoint = plant.endpoint(call.server(), call.protocol());
    if (endpoint.isEmpty()) {
      return new Outcome.Refused(call.server() + " does not speak " + call.protocol());
    }
    Optional<Conduit> conduit =
        call.way() == Call.Way.DIRECT
            ? Optional.empty()
            : plant.enforcedBetween(call.host(), call.server());
    if (conduit.isPresent()) {
      if (gone) {
        return new Outcome.NoReply("nothing answers where the product stood");
      }
      LogicalPep.Passage passage =
          product.ask(
              new LogicalPep.Request(
                  call.wrapped() ? call.identity() : Optional.empty(),
                  conduit.get(),
                  server(call.server()),
                  endpoint.get(),
                  writes(operation)));
      if (passage instanceof LogicalPep.Passage.Stopped(String reason)) {
        return new Outcome.Refused("by the product: " + reason);
      }
    }
    ControllerPort port = ports.get(call.server());
    return port == null
        ? new Outcome.NoReply(call.server() + " does not run")
        : port.perform(call.host(), call.protocol(), operation);
  }

  /** Does one thing and lets the time pass that it takes. */
  Outcome perform(Call call, Operation operation) {
    try {
      clock.await(ROUND_TRIP.dividedBy(2));
      Outcome outcome = now(call, operation);
      clock.await(ROUND_TRIP.dividedBy(2));
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.NoReply("interrupted");
    }
  }

  private Asset.Controller server(AssetId id) {
    return plant
        .controller(id)
        .orElseThrow(() -> new IllegalArgumentException("the plant has no controller " + id));
  }

  private static boolean writes(Operation operation) {
    return switch (operation) {
      case Operation.Read _, Operation.Browse _, Operation.Sweep _ -> false;
      case Operation.Write _,
          Operation.Download _,
          Operation.DownloadProgram _,
          Operation.ChangeMode _ ->
          true;
    };
  }
}
