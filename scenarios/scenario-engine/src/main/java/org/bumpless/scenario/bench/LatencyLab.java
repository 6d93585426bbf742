package org.bumpless.scenario.bench;

import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.timing.LatencyFinding;

/** Measures what the product adds, in interleaved blocks. */
public interface LatencyLab {
  /**
   * Measures along the client's polling flow to a server, as long and as often as the profile says.
   */
  LatencyFinding measure(AssetId client, AssetId server) throws InterruptedException;
}
