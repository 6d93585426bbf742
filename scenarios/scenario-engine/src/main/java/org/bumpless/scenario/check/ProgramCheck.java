package org.bumpless.scenario.check;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.scenario.bench.Controllers;
import org.bumpless.scenario.verdict.Verdict;

/** Judges what controllers run, by what they themselves are seen to run. */
public final class ProgramCheck {
  private ProgramCheck() {}

  /** That a controller is loaded with a program, by its checksum, and scans it. */
  public static Verdict running(Controllers controllers, AssetId controller, ProgramText program) {
    String found = controllers.programChecksum(controller);
    if (!found.equals(program.checksum())) {
      return new Verdict.Fail(
          "%s is loaded with a program of SHA-256 %s; that of %s is %s"
              .formatted(controller, found, program.name(), program.checksum()));
    }
    return inRun(controllers, controller);
  }

  /** That a controller scans its program. */
  public static Verdict inRun(Controllers controllers, AssetId controller) {
    OperatingMode mode = controllers.mode(controller);
    return mode == OperatingMode.RUN
        ? new Verdict.Pass()
        : new Verdict.Fail(controller + " is in " + mode + ", not in RUN");
  }
}
