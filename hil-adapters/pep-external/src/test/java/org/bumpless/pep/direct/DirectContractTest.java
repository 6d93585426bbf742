package org.bumpless.pep.direct;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;

/** No product keeps the contract of products: its doors are the controllers' own. */
class DirectContractTest extends PepContract {
  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) {
    Sut sut =
        new Sut(
            "direct",
            "No product",
            "none",
            Path.of("."),
            new Deployment.Builtin("direct"),
            new Access.Transparent(),
            Set.of(),
            Optional.empty(),
            Map.of());
    return new DirectProvider().create(sut, site.pack());
  }

  @Override
  protected boolean listens() {
    return false;
  }

  @Override
  protected Optional<Pep> createDoomed(TestSite site) {
    return Optional.empty();
  }
}
