package org.bumpless.pdp.opa;

import java.nio.file.Path;
import java.util.Map;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.testkit.PdpContract;
import org.bumpless.adapter.testkit.StoppedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The client keeps the contract of decision points, against a double of OPA. */
class OpaPdpContractTest extends PdpContract {
  private @Nullable OpaDouble opa;

  @Override
  protected PolicyDecisionPoint create() throws Exception {
    OpaDouble started = OpaDouble.sound();
    opa = started;
    return new OpaPdpProvider()
        .create(
            Map.of("url", started.url().toString(), "timeout", "20 s"),
            Path.of("some-sut"),
            new StoppedClock());
  }

  @AfterEach
  void stop() {
    if (opa != null) {
      opa.close();
    }
  }
}
