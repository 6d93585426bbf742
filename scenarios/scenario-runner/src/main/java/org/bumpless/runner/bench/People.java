package org.bumpless.runner.bench;

import java.util.Set;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.services.ChangeTickets.ChangeTicket;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;

/** The people of scenarios, as the plant's services know them. */
public record People(Plant plant, PlantServices services, BenchIdentities identities) {

  /** Nobody has been there: no ticket, no entry, every device healthy. */
  public void forget() {
    for (Asset asset : plant.assets()) {
      services.directory().edrHealthy(asset.id(), true);
      for (String person : identities.people()) {
        services.tickets().find(person, asset.id()).stream()
            .map(ChangeTicket::id)
            .forEach(services.tickets()::withdraw);
      }
    }
    identities.people().forEach(services.directory()::remove);
  }

  /** All clients of the plant's flows are known as workloads. */
  public void enterWorkloads() {
    plant.flows().stream()
        .map(f -> f.client())
        .distinct()
        .forEach(
            client ->
                services
                    .directory()
                    .put(
                        new Directory.Entry(
                            identities.id(BenchIdentities.assetPath(client.value())),
                            Subject.Kind.WORKLOAD,
                            false,
                            Set.of(),
                            "",
                            client)));
  }
}
