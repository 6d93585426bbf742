package org.bumpless.pdp.extauthz;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.ProxyDecisions;

/** Puts a PDP behind Envoy's ext_authz v3. */
public final class ExtAuthz implements ProxyDecisions {
  @Override
  public DecisionService serve(
      PolicyDecisionPoint pdp, AccessFacts facts, List<Listener> doors, InetSocketAddress bind)
      throws IOException {
    return new ExtAuthzServer(new Checks(pdp, new Questions(facts, doors)), bind);
  }
}
