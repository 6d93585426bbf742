package org.bumpless.pep.reference;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.adapter.records.ResourceSource;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.time.NanoClock;

/**
 * All that the reference product knows of the site it protects, whoever has told it.
 *
 * @param folder where its audit trail belongs; exists
 * @param doors where it listens
 * @param resources where the controllers behind the doors stand
 * @param flows what assets may do without a ticket
 * @param identity its own certificate
 * @param trust the authorities of its clients
 * @param decisionUrl base URL of the PDP (OpenID AuthZEN 1.0)
 * @param servicesUrl base URL of the plant's identity, posture and ticket services
 */
public record ReferenceSite(
    Path folder,
    List<Door> doors,
    ResourceSource resources,
    DeclaredFlows flows,
    Identity identity,
    TrustBundle trust,
    URI decisionUrl,
    URI servicesUrl,
    NanoClock clock) {
  public ReferenceSite {
    doors = List.copyOf(doors);
  }

  /**
   * The part of a site pack that the product needs.
   *
   * @throws ProductException if it names no PDP
   */
  static ReferenceSite of(SitePack site) throws ProductException {
    return new ReferenceSite(
        site.folder(),
        site.listeners().stream().map(Door::of).toList(),
        ResourceSource.of(site.plant()),
        new DeclaredFlows(site.plant(), site.identity().spiffeId()),
        site.identity(),
        site.trust(),
        site.decisionUrl()
            .orElseThrow(
                () ->
                    new ProductException(
                        ProductException.Cause.BAD_INPUT,
                        "sut.yaml: pdp is missing: the reference product asks a PDP; expected for"
                            + " example pdp: {provider: cedar, settings: {policies: FILE}}")),
        site.servicesUrl(),
        site.clock());
  }
}
