package org.bumpless.adapter.services;

import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.AssetId;

/** People and workloads that the plant knows, and the health of their devices. */
public interface Directory {
  /** Adds an entry or replaces the one with the same SPIFFE id. */
  void put(Entry entry);

  void remove(String spiffeId);

  Optional<Entry> find(String spiffeId);

  /** What endpoint detection says of a device; healthy unless said otherwise. */
  void edrHealthy(AssetId device, boolean healthy);

  /** Whether endpoint detection calls a device healthy. */
  boolean isHealthy(AssetId device);

  /**
   * One person or workload.
   *
   * @param device where it works
   */
  record Entry(
      String spiffeId,
      Subject.Kind kind,
      boolean mfa,
      Set<String> groups,
      String role,
      AssetId device) {
    public Entry {
      groups = Set.copyOf(groups);
    }
  }
}
