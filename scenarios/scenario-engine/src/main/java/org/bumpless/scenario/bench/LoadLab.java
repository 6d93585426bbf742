package org.bumpless.scenario.bench;

import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.timing.LoadFinding;

/** Raises the load until the budget of the conduit is broken, past the product and through it. */
public interface LoadLab {
  /**
   * Measures along the client's polling flow to a server.
   *
   * @param beside what goes on meanwhile, in words; empty if nothing does
   */
  LoadFinding carried(AssetId client, AssetId server, String beside) throws InterruptedException;
}
