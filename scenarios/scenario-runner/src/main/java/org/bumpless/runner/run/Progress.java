package org.bumpless.runner.run;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.features.run.Observer;
import org.bumpless.features.run.Outcome;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.reports.words.Figures;
import org.bumpless.reports.words.Reasons;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;

/**
 * Tells the terminal what runs, how far it is and how long it will take: a line for each scenario
 * that is done, and on a real terminal below them one that is written over and over.
 */
final class Progress implements Observer, AutoCloseable {
  private static final String REWRITE = "\r\033[K";
  private static final int WIDTH = 79;

  private final PrintStream out;
  private final NanoClock clock;
  private final boolean rewrites;
  private final Forecast forecast;
  private final long beginNanos;
  private int planned;
  private int done;

  /**
   * @param rewrites whether a line can be written over
   * @param measuring how long the measuring of one latency takes
   */
  Progress(PrintStream out, NanoClock clock, boolean rewrites, Duration measuring) {
    this.out = out;
    this.clock = clock;
    this.rewrites = rewrites;
    this.forecast = new Forecast(measuring);
    this.beginNanos = clock.nanos();
  }

  /** Begins to tell of a run. */
  static Progress of(PrintStream out, NanoClock clock, RunSpec spec) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Progress progress = new Progress(out, clock, terminal, spec.profile().latency().total());
    progress.head(spec);
    return progress;
  }

  private void head(RunSpec spec) {
    out.printf("product  %s (%s)%n", spec.sut().title(), spec.sut().id());
    out.printf(
        "plant    %s: %s%n",
        spec.plant().title(),
        Figures.many(
            spec.plant().assets(Asset.Controller.class).size(), "controller", "controllers"));
    out.printf("profile  %s, seed %d%n", spec.profile().title(), spec.seed());
    out.printf("network  %s%n%n", spec.fabric().inWords());
    status("starting the plant and the product", true);
  }

  @Override
  public void planned(int scenarios, int measuring) {
    planned = scenarios;
    done = 0; // of the round that begins
    forecast.planned(scenarios - measuring, measuring);
  }

  @Override
  public void started(String scenario, boolean measuring) {
    forecast.started(clock.nanos(), measuring);
    String takes = measuring ? ": measuring for " + Figures.length(forecast.measuring()) : "";
    status(
        "%3d/%d  now %s  %s%s".formatted(done + 1, planned, times(), scenario, takes), measuring);
  }

  @Override
  public void finished(ScenarioResult result, Outcome soFar) {
    done++;
    forecast.finished(clock.nanos());
    erase();
    out.printf(
        Locale.ROOT,
        "%3d/%d  %-13s %s%s%n",
        done,
        planned,
        result.standing().word(),
        result.name(),
        rewrites ? "" : "  " + times());
    if (result.standing() instanceof Standing.Judged(var verdict)) {
      List<String> reasons = Reasons.condensed(verdict.reasons());
      reasons.stream().limit(1).forEach(r -> out.println("        " + r));
      if (reasons.size() > 1) {
        out.println("        and " + (reasons.size() - 1) + " more");
      }
    }
    out.flush();
  }

  private String times() {
    long spent = Math.round((clock.nanos() - beginNanos) / 1e9);
    String left = forecast.left().map(l -> ", about " + Figures.length(l) + " left").orElse("");
    return "(" + spent + " s" + left + ")";
  }

  /**
   * What goes on now.
   *
   * @param takesLong whether it is worth a line of its own where no line can be written over
   */
  private void status(String text, boolean takesLong) {
    if (rewrites) {
      out.print(REWRITE + text.substring(0, Math.min(text.length(), WIDTH)));
    } else if (takesLong) {
      out.println(text);
    }
    out.flush();
  }

  private void erase() {
    if (rewrites) {
      out.print(REWRITE);
    }
  }

  @Override
  public void close() {
    erase();
    out.flush();
  }
}
