package org.bumpless.services;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.adapter.services.Directory;
import org.bumpless.plant.model.AssetId;

/** The plant's directory and device posture in memory; a change is seen by the next look-up. */
final class LocalDirectory implements Directory {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Set<AssetId> unhealthy = ConcurrentHashMap.newKeySet();

  @Override
  public void put(Entry entry) {
    entries.put(entry.spiffeId(), entry);
  }

  @Override
  public void remove(String spiffeId) {
    entries.remove(spiffeId);
  }

  @Override
  public Optional<Entry> find(String spiffeId) {
    return Optional.ofNullable(entries.get(spiffeId));
  }

  @Override
  public void edrHealthy(AssetId device, boolean healthy) {
    if (healthy) {
      unhealthy.remove(device);
    } else {
      unhealthy.add(device);
    }
  }

  @Override
  public boolean isHealthy(AssetId device) {
    return !unhealthy.contains(device);
  }
}
