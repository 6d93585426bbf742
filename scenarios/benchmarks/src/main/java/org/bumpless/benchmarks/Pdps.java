package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.pdp.authzen.AuthzenPdpProvider;
import org.bumpless.pdp.authzen.AuthzenServiceFactory;
import org.bumpless.pdp.cedar.CedarPdpProvider;
import org.bumpless.plant.file.BadFileException;

/** The reference product's PDP at a site. */
final class Pdps {
  /** The first decision over HTTP loads half of the JDK. */
  private static final String PATIENT = "10 s";

  private Pdps() {}

  /** The reference product as it ships, laid into the site's folder. */
  static Sut reference(Site site) {
    try {
      return SutFile.read(Shipped.reference(site.folder().resolve("reference")));
    } catch (BadFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its policies, evaluated in process. */
  static PolicyDecisionPoint cedar(Site site, Sut reference) {
    return create(
        site, new CedarPdpProvider(), reference, reference.pdp().orElseThrow().settings());
  }

  /** A PDP served over HTTP. */
  static URI served(Site site, PolicyDecisionPoint pdp) {
    try {
      DecisionService service =
          site.add(new AuthzenServiceFactory().serve(pdp, site.fabric().service("pdp")));
      return service.url();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDP that is asked over HTTP. */
  static PolicyDecisionPoint authzen(Site site, Sut reference, URI url) {
    return create(
        site,
        new AuthzenPdpProvider(),
        reference,
        Map.of("url", url.toString(), "timeout", PATIENT));
  }

  private static PolicyDecisionPoint create(
      Site site, PdpProvider provider, Sut reference, Map<String, String> settings) {
    try {
      return site.add(provider.create(settings, reference.folder(), site.clock()));
    } catch (ProductException e) {
      throw new IllegalStateException(e);
    }
  }
}
