package org.bumpless.pep.program;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.pep.reference.ReferenceSettings;
import org.bumpless.pep.reference.ReferenceSite;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.time.NanoClock;

/**
 * What the configuration file says.
 *
 * @param folder of the file; the audit trail is written there
 * @param doors where the product listens
 * @param resources the controllers behind the doors, with level and target of their zones
 * @param flows what assets may do without a ticket
 * @param certificates where its certificate, its key and its authorities are
 * @param decisionUrl base URL of the PDP (OpenID AuthZEN 1.0)
 * @param servicesUrl base URL of the plant's identity, posture and ticket services
 * @param settings how it judges anew
 */
record Configuration(
    Path folder,
    List<Door> doors,
    Map<AssetId, Resource> resources,
    List<DeclaredFlows.Standing> flows,
    CertificateFiles certificates,
    URI decisionUrl,
    URI servicesUrl,
    ReferenceSettings settings) {
  Configuration {
    doors = List.copyOf(doors);
    resources = Map.copyOf(resources);
    flows = List.copyOf(flows);
  }

  /** The same as the product wants it. */
  ReferenceSite site(CertificateFiles.Material material, NanoClock clock) {
    return new ReferenceSite(
        folder,
        doors,
        asset -> Optional.ofNullable(resources.get(asset)),
        new DeclaredFlows(flows, material.identity().spiffeId()),
        material.identity(),
        material.trust(),
        decisionUrl,
        servicesUrl,
        clock);
  }
}
