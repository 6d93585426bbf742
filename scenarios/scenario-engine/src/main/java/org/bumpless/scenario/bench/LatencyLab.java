package org.bumpless.scenario.bench;

import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.timing.LatencyFinding;

/** Measures what the product adds, in interleaved blocks. */
public interface LatencyLab {
  /**
   * Measures along the client's polling flow to a server, as long and as often as the profile says.
   *
   * @param beside what goes on meanwhile, in words, for example {@code Mallory tries to write};
   *     empty if nothing does
   */
  LatencyFinding measure(AssetId client, AssetId server, String beside) throws InterruptedException;
}
