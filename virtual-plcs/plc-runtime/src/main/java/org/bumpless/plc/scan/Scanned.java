package org.bumpless.plc.scan;

import java.time.Duration;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.time.Tick;

/**
 * Something in the plant that scans in lock-step with the process: a controller, a logic solver.
 */
public interface Scanned {
  AssetId id();

  /** How often it scans. */
  Duration period();

  /**
   * One scan; called by the scan cycle only.
   *
   * @param lateNanos how long after it was due it begins
   */
  void scan(Tick tick, long lateNanos);

  /** Shows the network what the last scan left. */
  void publish();

  /**
   * Goes back to the initial state, without effects but those of writes and orders that wait;
   * called by the scan cycle only.
   */
  void restore(Tick tick);
}
