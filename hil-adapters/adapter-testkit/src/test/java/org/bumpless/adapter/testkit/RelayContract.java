package org.bumpless.adapter.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on {@link RelayPep}; run by {@link PepContractIT} only. */
@ExtendWith(Rules.Fault.class)
class RelayContract extends PepContract {
  private final Set<RelayPep.Fault> faults;
  private final List<RelayPep> made = new ArrayList<>();

  RelayContract(String fault) {
    faults = fault.isEmpty() ? Set.of() : Set.of(RelayPep.Fault.valueOf(fault));
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) {
    RelayPep pep = new RelayPep(site.listeners(), faults);
    made.add(pep);
    return pep;
  }

  @AfterEach
  void removeLeftovers() {
    made.forEach(RelayPep::removeLeftovers);
  }
}
