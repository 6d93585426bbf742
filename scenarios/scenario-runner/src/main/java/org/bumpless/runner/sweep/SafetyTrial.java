package org.bumpless.runner.sweep;

import java.time.Duration;

/**
 * A safety function whose wires are late, with a process that is driven off. Limits: those at which
 * the process breaks or shuts down by itself.
 */
final class SafetyTrial {
  private static final double BEGIN_SHARE = 0.05;

  private SafetyTrial() {}

  static Outcome run(Rig rig, Push push, Duration length) {
    Watch watch = new Watch(rig.model());
    Outcome outcome = Outcome.WELL;
    int held = rig.model().index(push.signal());
    boolean pushed = false;
    while (rig.nanos() < length.toNanos() && outcome.kept()) {
      if (!pushed && rig.nanos() >= BEGIN_SHARE * length.toNanos()) {
        rig.process().hold(held, push.value());
        pushed = true;
      }
      rig.beat();
      outcome = watch.see(outcome);
    }
    return outcome;
  }
}
