package org.bumpless.plc.protocol;

import org.bumpless.plant.model.Served;

/**
 * Where a controller's servers write down each request that reached them; safe for any number of
 * threads.
 */
@FunctionalInterface
public interface RequestLog {
  /** Called before the answer is sent, and must not block. */
  void served(Served request);
}
