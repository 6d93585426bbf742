package org.bumpless.services;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.adapter.services.ChangeTickets;
import org.bumpless.plant.model.AssetId;

/** The plant's change tickets in memory; a change is seen by the next look-up. */
final class LocalTickets implements ChangeTickets {
  private final Map<String, ChangeTicket> tickets = new ConcurrentHashMap<>();

  @Override
  public void put(ChangeTicket ticket) {
    tickets.put(ticket.id(), ticket);
  }

  @Override
  public void withdraw(String id) {
    tickets.remove(id);
  }

  @Override
  public List<ChangeTicket> find(String spiffeId, AssetId asset) {
    return tickets.values().stream()
        .filter(t -> t.subject().equals(spiffeId) && t.assets().contains(asset))
        .sorted(Comparator.comparing(ChangeTicket::id))
        .toList();
  }
}
