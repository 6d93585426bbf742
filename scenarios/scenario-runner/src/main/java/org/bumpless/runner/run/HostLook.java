package org.bumpless.runner.run;

import org.bumpless.plc.scan.Lateness;
import org.bumpless.scenario.result.HostFacts;

/** Looks at the machine that the bench runs on. */
final class HostLook {
  private HostLook() {}

  static HostFacts facts(Lateness lateness, String fabric) {
    Runtime runtime = Runtime.getRuntime();
    return new HostFacts(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        runtime.availableProcessors(),
        runtime.maxMemory() / (1024 * 1024),
        "real",
        fabric,
        "SCHED_OTHER",
        lateness.scans(),
        lateness.overruns(),
        lateness.worstNanos());
  }
}
