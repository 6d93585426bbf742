package org.bumpless.adapter.pep;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/**
 * All that a product is told about the site it protects.
 *
 * @param folder where the product's files for this run belong; exists
 * @param addresses where the plant's hosts stand on the network
 * @param identity the product's own certificate
 * @param decisionUrl base URL of the PDP that it is to ask (OpenID AuthZEN 1.0), if it asks one
 * @param servicesUrl base URL of the plant's identity, posture and ticket services
 * @param extAuthzUrl where the same PDP is asked as Envoy's ext_authz v3 (gRPC), for example {@code
 *     grpc://127.0.0.1:9001}
 */
public record SitePack(
    Path folder,
    Plant plant,
    List<Listener> listeners,
    Map<AssetId, InetAddress> addresses,
    Identity identity,
    TrustBundle trust,
    Optional<URI> decisionUrl,
    URI servicesUrl,
    NanoClock clock,
    Optional<URI> extAuthzUrl) {
  public SitePack {
    listeners = List.copyOf(listeners);
    addresses = Map.copyOf(addresses);
  }

  /** A site whose PDP is not served to proxies. */
  public SitePack(
      Path folder,
      Plant plant,
      List<Listener> listeners,
      Map<AssetId, InetAddress> addresses,
      Identity identity,
      TrustBundle trust,
      Optional<URI> decisionUrl,
      URI servicesUrl,
      NanoClock clock) {
    this(
        folder,
        plant,
        listeners,
        addresses,
        identity,
        trust,
        decisionUrl,
        servicesUrl,
        clock,
        Optional.empty());
  }
}
