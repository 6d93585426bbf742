package org.bumpless.pdp.cedar;

import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.testkit.PdpContract;

/** The shipped policy keeps the contract of decision points. */
class CedarPdpContractTest extends PdpContract {
  @Override
  protected PolicyDecisionPoint create() throws Exception {
    return ShippedPolicy.whole();
  }
}
