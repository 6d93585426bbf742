package org.bumpless.pdp.extauthz;

import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.FactsException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;

/** Makes requests for a decision of what a proxy says. */
final class Questions {
  private static final String SPIFFE = "spiffe://";
  private static final Map<String, Action> ACTIONS =
      Map.of("read", Action.READ, "write", Action.WRITE);

  private final AccessFacts facts;
  private final List<Listener> doors;

  Questions(AccessFacts facts, List<Listener> doors) {
    this.facts = facts;
    this.doors = List.copyOf(doors);
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException if it cannot be understood; the message says what, and what
   *     was expected
   * @throws FactsException if what the plant knows of it cannot be found out
   */
  AccessRequest request(AttributeContext attributes) throws FactsException {
    String principal = attributes.getSource().getPrincipal();
    if (!principal.startsWith(SPIFFE)) {
      throw bad("source.principal", principal, "the SPIFFE id of the client's certificate");
    }
    Map<String, String> extensions = attributes.getContextExtensionsMap();
    Target target = target(attributes, extensions);
    return facts.request(
        principal,
        action(extensions.getOrDefault("action", "write")),
        target.asset,
        target.protocol);
  }

  private static Action action(String word) {
    Action action = ACTIONS.get(word);
    if (action == null) {
      throw bad("context_extensions.action", word, "read or write");
    }
    return action;
  }

  private record Target(AssetId asset, Protocol protocol) {}

  private Target target(AttributeContext attributes, Map<String, String> extensions) {
    Optional<String> asset = Optional.ofNullable(extensions.get("asset"));
    Optional<String> protocol = Optional.ofNullable(extensions.get("protocol"));
    SocketAddress address = attributes.getDestination().getAddress().getSocketAddress();
    List<Target> targets =
        doors.stream()
            .filter(
                door ->
                    asset.isPresent()
                        ? door.server().id().value().equals(asset.get())
                        : is(door.front(), address) || is(door.upstream(), address))
            .map(door -> new Target(door.server().id(), door.endpoint().protocol()))
            .filter(target -> protocol.isEmpty() || target.protocol.id().equals(protocol.get()))
            .distinct()
            .toList();
    if (targets.size() != 1) {
      throw bad(
          "destination",
          asset.orElse(address.getAddress() + ":" + address.getPortValue())
              + protocol.map(name -> " over " + name).orElse(""),
          (targets.isEmpty() ? "a door" : "one door, with context_extensions.protocol, ")
              + " of the product or a controller behind it");
    }
    return targets.getFirst();
  }

  private static boolean is(InetSocketAddress door, SocketAddress said) {
    return door.getPort() == said.getPortValue()
        && door.getAddress().getHostAddress().equals(said.getAddress());
  }

  private static IllegalArgumentException bad(String place, String found, String expected) {
    return new IllegalArgumentException(
        "attributes.%s: found \"%s\", expected %s".formatted(place, found, expected));
  }
}
