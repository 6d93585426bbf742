package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A product in a container keeps the contract, and no container is left: haproxy-container. */
class ContainerContractIT extends PepContract {
  @TempDir private Path folder;

  @BeforeEach
  void hasAnEngine() throws Exception {
    var _ = Engines.require(folder);
  }

  @AfterAll
  void noContainerIsLeft() throws Exception {
    assertThat(Engines.containers(Engines.require(folder))).isEmpty();
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws Exception {
    return new ContainerProvider().create(Engines.shipped(), site.pack());
  }
}
