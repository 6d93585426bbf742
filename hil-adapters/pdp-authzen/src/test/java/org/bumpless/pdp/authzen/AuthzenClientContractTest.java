package org.bumpless.pdp.authzen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.UsualPermit;
import org.bumpless.adapter.testkit.PdpContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Client and service together keep the contract of decision points, over the wire. */
class AuthzenClientContractTest extends PdpContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private @Nullable DecisionService service;

  @Override
  protected PolicyDecisionPoint create() throws IOException {
    DecisionService served =
        new AuthzenServiceFactory()
            .serve(new LeadOnly(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    service = served;
    return new AuthzenClient(Endpoints.below(served.url()), TIMEOUT);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  /** Permits a lead engineer what is asked, and nobody else anything. */
  private record LeadOnly() implements PolicyDecisionPoint {
    @Override
    public Decision evaluate(AccessRequest request) {
      return request.subject().role().equals("lead-engineer")
          ? UsualPermit.of(request)
          : new Decision.Deny("not the lead engineer");
    }

    @Override
    public void close() {}
  }
}
