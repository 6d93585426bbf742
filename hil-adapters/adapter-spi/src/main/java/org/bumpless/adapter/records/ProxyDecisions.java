package org.bumpless.adapter.records;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Listener;

/**
 * Serves a PDP to proxies that tell no more than who wants to go where; the plant's records fill in
 * the rest. Found through {@link java.util.ServiceLoader}.
 */
public interface ProxyDecisions {
  /**
   * Starts such a service. The PDP is not closed with it.
   *
   * @param facts what the plant knows of those who ask
   * @param doors where a proxy may say that somebody wants to go
   * @param bind port 0 for any free one
   */
  DecisionService serve(
      PolicyDecisionPoint pdp, AccessFacts facts, List<Listener> doors, InetSocketAddress bind)
      throws IOException;
}
