package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ClientSettings.Application;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.runner.access.Approach;
import org.bumpless.runner.access.Approaches;
import org.bumpless.scenario.bench.Call;

/** Makes protocol clients for calls: through the product, or past it. */
final class Clients {
  private static final Duration TIMEOUT = Duration.ofMillis(1500);

  private final Plant plant;
  private final Fabric fabric;
  private final Routes routes;
  private final Pep pep;
  private final Approaches approaches;
  private final BenchIdentities identities;
  private final Login.UserName login;
  private final NanoClock clock;
  private final List<ProtocolProvider> protocols = Providers.all(ProtocolProvider.class);

  Clients(
      Plant plant,
      Fabric fabric,
      Routes routes,
      Pep pep,
      Approaches approaches,
      BenchIdentities identities,
      Login.UserName login,
      NanoClock clock) {
    this.plant = plant;
    this.fabric = fabric;
    this.routes = routes;
    this.pep = pep;
    this.approaches = approaches;
    this.identities = identities;
    this.login = login;
    this.clock = clock;
  }

  ProtocolClient client(Call call) {
    return client(call, settings(call));
  }

  /**
   * A client that dials somebody else, who passes on to its server what it says.
   *
   * @param door who is dialled
   */
  ProtocolClient client(Call call, InetSocketAddress door) {
    return client(call, settings(call).dialling(door));
  }

  private ProtocolClient client(Call call, ClientSettings settings) {
    return protocols.stream()
        .filter(p -> p.protocol().equals(call.protocol()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no provider of " + call.protocol()))
        .client(settings);
  }

  /** How a call is dialled. */
  ClientSettings settings(Call call) {
    Asset.Controller server =
        plant
            .controller(call.server())
            .orElseThrow(
                () -> new IllegalArgumentException(call.server() + " is not a controller"));
    EndpointSpec endpoint =
        plant
            .endpoint(call.server(), call.protocol())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        call.server() + " does not speak " + call.protocol()));
    Host host =
        switch (call.way()) {
          case DIRECT -> fabric.instrument(call.host(), call.server());
          case PRODUCT -> fabric.host(call.host());
        };
    InetSocketAddress dial = dial(call, endpoint);
    Approach approach = approach(call, dial);
    return new ClientSettings(
        server,
        endpoint,
        dial,
        call.under().map(fabric::host).orElse(host).address(),
        host.sockets(),
        host.threads("client"),
        approach.passage(),
        approach.tls(),
        application(call, host, approach.encrypted()),
        clock,
        TIMEOUT);
  }

  /** What a client that is not of the bench needs. */
  Guest guest() {
    return new Guest(identities.guest(), identities.trust(), login);
  }

  /** The client by which a station polls: through the product where one stands in the way. */
  ProtocolClient polling(Flow flow) {
    Call.Way way =
        routes.crossed(flow.client(), flow.server()).isPresent()
            ? Call.Way.PRODUCT
            : Call.Way.DIRECT;
    return client(
        new Call(
            flow.client(),
            flow.server(),
            flow.protocol(),
            Optional.of(identities.asset(flow.client().value())),
            way,
            true));
  }

  private InetSocketAddress dial(Call call, EndpointSpec endpoint) {
    return switch (call.way()) {
      case DIRECT -> fabric.server(call.server(), endpoint.port());
      case PRODUCT -> {
        Listener door = routes.door(call.host(), call.server(), call.protocol());
        yield pep.front(door);
      }
    };
  }

  private Approach approach(Call call, InetSocketAddress dial) {
    return switch (call.way()) {
      case DIRECT -> Approach.STRAIGHT;
      case PRODUCT ->
          approaches.of(call, routes.door(call.host(), call.server(), call.protocol()), dial);
    };
  }

  /**
   * Stations sign and do not encrypt, and so does everybody whom nobody can read before the
   * product: a second encryption would hide from the product what it is to judge.
   */
  private Application application(Call call, Host host, boolean encrypted) {
    Identity identity = identities.application(call.host().value(), List.of(host.address()));
    boolean station =
        plant.flows().stream()
            .anyMatch(f -> f.client().equals(call.host()) && f.period().isPresent());
    return new Application(
        identity,
        identities.trust(),
        station || encrypted ? MessageSecurity.SIGN : MessageSecurity.SIGN_AND_ENCRYPT,
        login);
  }
}
