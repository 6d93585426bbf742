package org.bumpless.pep.program;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;

/** The shipped reference-process keeps the contract, its own renewal included. */
class ReferenceProcessContractIT extends PepContract {
  private static final Path SHIPPED =
      Path.of("..", "..", "scenarios", "suts", "reference-process", "sut.yaml");
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws Exception {
    Sut sut = SutFile.read(SHIPPED);
    return ServiceLoader.load(PepProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals(sut.deployment().provider()))
        .findFirst()
        .orElseThrow()
        .create(sut, alone(site.pack(Optional.of(NOWHERE))));
  }

  /** The services of the site would start threads to answer, which are none of the product's. */
  private static SitePack alone(SitePack pack) {
    return new SitePack(
        pack.folder(),
        pack.plant(),
        pack.listeners(),
        pack.addresses(),
        pack.identity(),
        pack.trust(),
        pack.decisionUrl(),
        NOWHERE,
        pack.clock());
  }
}
