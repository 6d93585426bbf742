package org.bumpless.pep.process;

import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.testkit.Installed;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.BeforeEach;

/** A product in a process keeps the contract: here haproxy-mtls. */
class HaproxyContractIT extends PepContract {
  @BeforeEach
  void isInstalled() {
    Installed.require("haproxy", "apt-get install haproxy");
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws Exception {
    return new ProcessProvider().create(Suts.shipped("haproxy-mtls"), site.pack());
  }
}
