package org.bumpless.runner.run;

import java.io.PrintStream;
import java.util.Locale;
import org.bumpless.features.run.Observer;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;

/** Tells the terminal what runs, how far it is and how long it will take. */
final class Progress implements Observer {
  private final PrintStream out;
  private final NanoClock clock;
  private final long beginNanos;
  private int planned;
  private int done;

  Progress(PrintStream out, NanoClock clock) {
    this.out = out;
    this.clock = clock;
    this.beginNanos = clock.nanos();
  }

  @Override
  public void planned(int scenarios) {
    planned = scenarios;
  }

  @Override
  public void started(String scenario) {
    // The line is written when the verdict is known; a scenario takes about a second.
  }

  @Override
  public void finished(ScenarioResult result) {
    done++;
    long spent = (clock.nanos() - beginNanos) / 1_000_000_000L;
    out.printf(
        Locale.ROOT,
        "%3d/%d  %-14s %-11s %s  (%d s)%n",
        done,
        planned,
        result.standing().word(),
        result.kind().name().toLowerCase(Locale.ROOT),
        result.name(),
        spent);
    if (result.standing() instanceof Standing.Judged(var verdict)) {
      verdict.reasons().stream().limit(2).forEach(r -> out.println("          " + r));
    }
    out.flush();
  }
}
