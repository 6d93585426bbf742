package org.bumpless.runner.run;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bumpless.features.run.Observer;
import org.bumpless.features.run.Outcome;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.pool.Growth;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Verdict;

/**
 * The rounds of a run on one bench. What a round leaves is judged at its end and then forgotten, so
 * that a run of hours needs no more memory than one of a minute; everything stands in the history
 * file.
 */
final class Rounds {
  private static final double MIB = 1024.0 * 1024;

  /** A bench that grows by less would need months to be in trouble. */
  private static final double GROWTH_MIB_MAX = 0.5;

  private final DrivenBench bench;
  private final Length length;
  private final PrintStream terminal;
  private final long firstNanos;
  private final List<Verdict> outside = new ArrayList<>();
  private final Growth heap = new Growth();
  private Outcome outcome = Outcome.NONE;
  private long beginNanos;
  private int number = 1;

  Rounds(DrivenBench bench, Length length, PrintStream terminal) {
    this.bench = bench;
    this.length = length;
    this.terminal = terminal;
    this.firstNanos = bench.clock().nanos();
    this.beginNanos = firstNanos;
  }

  /** When the round began that is under way. */
  long beginNanos() {
    return beginNanos;
  }

  /** Of each scenario the worst that it did in any round. */
  Outcome outcome() {
    return outcome;
  }

  /** What was found at the end of the rounds that are over, apart from the last. */
  List<Verdict> outside() {
    List<Verdict> all = new ArrayList<>(outside);
    OptionalDouble growth = heap.perRoundAtLeast();
    if (growth.orElse(0) > GROWTH_MIB_MAX) {
      all.add(
          new Verdict.Inconclusive(
              "the bench itself grows by %.1f MiB a round at least, and would not last"
                  .formatted(growth.orElse(0))));
    }
    return all;
  }

  /** All scenarios have been driven once more. */
  void ended(Outcome round) {
    outcome = outcome.worst(round);
  }

  /** Whether there is time for another round; if so, it begins. */
  boolean another() throws InterruptedException {
    long now = bench.clock().nanos();
    if (now - firstNanos >= length.atLeast().toNanos()) {
      return false;
    }
    bench.settle();
    outside.removeIf(Verdict.Pass.class::isInstance);
    outside.add(
        PlantCheck.booksBalance(
            bench.history(), bench.stalls(), beginNanos, bench.clock().nanos()));
    outside.add(StationCheck.lostNothingUnexcused(bench.stations().since(beginNanos)));
    bench.evidence().again();
    beginNanos = bench.clock().nanos();
    bench.history().forgetBefore(beginNanos);
    String told = "round %d is over%s".formatted(number, length.soak() ? weighed() : "");
    bench.history().append(new Entry.Mark(beginNanos, Entry.Mark.Kind.STEP, told));
    terminal.println(told);
    number++;
    return true;
  }

  /** Looks at what is alive in memory; the collection falls between two rounds. */
  private String weighed() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    double alive = memory.getHeapMemoryUsage().getUsed() / MIB;
    heap.add(alive);
    return ", the bench needs %.0f MiB".formatted(alive);
  }

  /** Tells somebody what all rounds together have brought so far. */
  Observer together(Observer observer) {
    return new Observer() {
      @Override
      public void planned(int scenarios, int measuring) {
        observer.planned(scenarios, measuring);
      }

      @Override
      public void started(String scenario, boolean measuring) {
        observer.started(scenario, measuring);
      }

      @Override
      public void finished(ScenarioResult result, Outcome soFar) {
        observer.finished(result, outcome.worst(soFar));
      }
    };
  }
}
