package org.bumpless.adapter.services;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.AssetId;

/** Change management: who may work on what, and when. */
public interface ChangeTickets {
  /** Opens a ticket or replaces the one with the same id. */
  void put(ChangeTicket ticket);

  /** Withdraws a ticket; from the return of this call it counts no more. */
  void withdraw(String id);

  /** Tickets that name subject and asset, whether their window is open or not. */
  List<ChangeTicket> find(String spiffeId, AssetId asset);

  /**
   * A change ticket.
   *
   * @param subject SPIFFE id of the person who does the work
   * @param opens start of the window, inclusive
   * @param closes end of the window, exclusive
   */
  record ChangeTicket(
      String id, String subject, Set<AssetId> assets, Instant opens, Instant closes) {
    public ChangeTicket {
      assets = Set.copyOf(assets);
    }
  }
}
