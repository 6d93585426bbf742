package org.bumpless.adapter.testkit;

import java.util.Set;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on {@link RelayPep}; run by {@link PepContractIT} only. */
@ExtendWith(Rules.Fault.class)
class RelayContract extends PepContract {
  private final Set<RelayPep.Fault> faults;

  RelayContract(String fault) {
    faults = fault.isEmpty() ? Set.of() : Set.of(RelayPep.Fault.valueOf(fault));
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) {
    return new RelayPep(site.listeners(), faults);
  }
}
