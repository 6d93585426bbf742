package org.bumpless.features.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.ChangeTickets;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.model.AssetId;

/** Directory and tickets that are kept in maps. */
final class FakeServices implements PlantServices, Directory, ChangeTickets {
  private final Map<String, Directory.Entry> people = new HashMap<>();
  private final Map<String, ChangeTicket> open = new HashMap<>();
  private final Set<AssetId> infected = new HashSet<>();

  void forget() {
    people.clear();
    open.clear();
    infected.clear();
  }

  @Override
  public boolean isHealthy(AssetId device) {
    return !infected.contains(device);
  }

  @Override
  public void put(Directory.Entry entry) {
    people.put(entry.spiffeId(), entry);
  }

  @Override
  public void remove(String spiffeId) {
    people.remove(spiffeId);
  }

  @Override
  public Optional<Directory.Entry> find(String spiffeId) {
    return Optional.ofNullable(people.get(spiffeId));
  }

  @Override
  public void edrHealthy(AssetId device, boolean healthy) {
    if (healthy) {
      infected.remove(device);
    } else {
      infected.add(device);
    }
  }

  @Override
  public void put(ChangeTicket ticket) {
    open.put(ticket.id(), ticket);
  }

  @Override
  public void withdraw(String id) {
    open.remove(id);
  }

  @Override
  public List<ChangeTicket> find(String spiffeId, AssetId asset) {
    List<ChangeTicket> found = new ArrayList<>(open.values());
    found.removeIf(t -> !t.subject().equals(spiffeId) || !t.assets().contains(asset));
    return found;
  }

  @Override
  public Directory directory() {
    return this;
  }

  @Override
  public ChangeTickets tickets() {
    return this;
  }

  @Override
  public CertificateAuthority authority() {
    throw new UnsupportedOperationException("identities come from the bench");
  }

  @Override
  public CertificateAuthority foreignAuthority() {
    return authority();
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public void close() {}
}
