package org.bumpless.pdp.authzen;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/**
 * Puts a PDP behind the AuthZEN API. The PDP is not closed with the service: whoever made it does.
 */
public final class AuthzenServiceFactory implements DecisionService.Factory {
  @Override
  public DecisionService serve(PolicyDecisionPoint pdp, InetSocketAddress bind) throws IOException {
    return new AuthzenService(pdp, bind);
  }
}
