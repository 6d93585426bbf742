package org.bumpless.runner.bench;

import java.net.URI;
import java.util.Optional;
import org.bumpless.adapter.pdp.DecisionService;

/**
 * One decision point behind each interface that a product may ask it by; all of them behave alike.
 *
 * @param authzen OpenID AuthZEN
 * @param extAuthz Envoy's ext_authz, for products that are no part of the bench
 */
record ServedDecisions(DecisionService authzen, Optional<DecisionService> extAuthz)
    implements DecisionService {
  @Override
  public URI url() {
    return authzen.url();
  }

  /** Where a proxy asks. */
  Optional<URI> extAuthzUrl() {
    return extAuthz.map(DecisionService::url);
  }

  @Override
  public void behave(Behaviour behaviour) {
    authzen.behave(behaviour);
    extAuthz.ifPresent(service -> service.behave(behaviour));
  }

  @Override
  public void close() {
    extAuthz.ifPresent(DecisionService::close);
    authzen.close();
  }
}
