package org.bumpless.adapter.records;

import java.util.List;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.model.AssetId;

/** Directory, posture and tickets of plant services in the same process. */
public record ServedFacts(PlantServices services) implements SubjectSource, TicketSource {

  @Override
  public KnownSubject find(String spiffeId) {
    return services.directory().find(spiffeId).map(this::known).orElse(KnownSubject.NOBODY);
  }

  private KnownSubject known(Directory.Entry entry) {
    return new KnownSubject(
        entry.kind(),
        entry.mfa(),
        entry.groups(),
        entry.role(),
        services.directory().isHealthy(entry.device()));
  }

  @Override
  public List<Ticket> find(String spiffeId, AssetId asset) {
    return services.tickets().find(spiffeId, asset).stream()
        .map(ticket -> new Ticket(ticket.id(), ticket.opens(), ticket.closes()))
        .toList();
  }
}
