package org.bumpless.pep.process;

import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.testkit.Installed;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.BeforeEach;

/** A product in a process keeps the contract: here stunnel. */
class StunnelContractIT extends PepContract {
  @BeforeEach
  void isInstalled() {
    Installed.require("stunnel4", "apt-get install stunnel4");
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws Exception {
    return new ProcessProvider().create(Suts.shipped("stunnel"), site.pack());
  }
}
