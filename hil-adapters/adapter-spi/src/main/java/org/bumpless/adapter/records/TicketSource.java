package org.bumpless.adapter.records;

import java.util.List;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.plant.model.AssetId;

/** Tells which change tickets name a subject and an asset; safe for any number of threads. */
public interface TicketSource {
  /**
   * The tickets, whether their windows are open or not.
   *
   * @throws FactsException if they cannot be found out
   */
  List<Ticket> find(String spiffeId, AssetId asset) throws FactsException;
}
