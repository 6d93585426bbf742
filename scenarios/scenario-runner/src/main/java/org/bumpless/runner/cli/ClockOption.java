package org.bumpless.runner.cli;

import java.util.Locale;
import org.bumpless.runner.run.ClockMode;
import org.bumpless.scenario.requirement.Means;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What time a run is to take place in. */
final class ClockOption {
  @Option(
      names = "--clock",
      paramLabel = "real|virtual",
      description =
          "virtual: plant, stations and a built-in product in lock-step from the seed, as fast as it goes, without a wire; gives no verdict on latency (default: real)")
  private @Nullable ClockMode mode;

  /** The time of an earlier run on such a network, unless somebody wants another. */
  ClockOption or(String fabric) {
    if (mode != null) {
      return this;
    }
    ClockOption option = new ClockOption();
    option.mode = fabric.equals(Means.VIRTUAL) ? ClockMode.VIRTUAL : ClockMode.REAL;
    return option;
  }

  ClockMode mode() {
    return mode == null ? ClockMode.REAL : mode;
  }

  /** As somebody types it; empty for what need not be typed. */
  String typed() {
    return mode() == ClockMode.REAL ? "" : mode().name().toLowerCase(Locale.ROOT);
  }
}
