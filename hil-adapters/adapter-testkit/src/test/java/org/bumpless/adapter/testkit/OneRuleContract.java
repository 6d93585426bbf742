package org.bumpless.adapter.testkit;

import java.util.Set;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on {@link OneRulePdp}; run by {@link PdpContractTest} only. */
@ExtendWith(Rules.Fault.class)
class OneRuleContract extends PdpContract {
  private final Set<OneRulePdp.Fault> faults;

  OneRuleContract(String fault) {
    faults = fault.isEmpty() ? Set.of() : Set.of(OneRulePdp.Fault.valueOf(fault));
  }

  @Override
  protected PolicyDecisionPoint create() {
    return new OneRulePdp(faults);
  }
}
