package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.station.Poll;
import org.bumpless.plc.station.PollLog;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** Keeps count of all polls of all stations. */
final class FareBook implements PollLog {
  private final History history;
  private final NanoClock clock;
  private final Excuse excuse;
  private final Excuse busy;
  private final Duration memory;
  private final Map<Flow, FarePage> pages = new LinkedHashMap<>();

  /**
   * @param excuse tells which misses are nobody's fault
   * @param busy tells the same of answers that only came late
   * @param memory how far back it can be asked
   */
  FareBook(History history, NanoClock clock, Excuse excuse, Excuse busy, Duration memory) {
    this.history = history;
    this.clock = clock;
    this.excuse = excuse;
    this.busy = busy;
    this.memory = memory;
  }

  @Override
  public void polled(Poll poll) {
    page(poll.flow()).add(poll);
    if (!poll.inTime()) {
      history.append(
          new Entry.MissedPoll(
              poll.intendedNanos(),
              poll.flow().id(),
              poll.flow().client(),
              poll.flow().server(),
              why(poll)));
    }
  }

  /**
   * How each flow has fared since a moment; servers of a flow are taken together. Polls that are
   * under way and past their deadline count as missed.
   */
  List<Fare> since(long nanos) {
    long now = clock.nanos();
    Map<FlowId, List<FarePage>> byFlow = new LinkedHashMap<>();
    synchronized (pages) {
      pages.forEach(
          (flow, page) -> byFlow.computeIfAbsent(flow.id(), f -> new ArrayList<>()).add(page));
    }
    List<Fare> fares = new ArrayList<>();
    byFlow.forEach(
        (flow, its) ->
            fares.add(
                fare(
                    flow,
                    its.getFirst().flow().client(),
                    its.stream().map(p -> p.since(nanos, now, excuse, busy)).toList())));
    return fares;
  }

  private static Fare fare(FlowId flow, AssetId station, List<FarePage.Count> counts) {
    boolean blank = counts.stream().anyMatch(c -> c.planned() == 0);
    Misses all = sum(counts.stream().map(FarePage.Count::all).toList());
    return new Fare(
        flow,
        station,
        blank ? 0 : counts.stream().mapToLong(FarePage.Count::planned).sum(),
        all.missed(),
        all.lost(),
        all.longest(),
        counts.stream().map(FarePage.Count::why).filter(w -> !w.isEmpty()).findFirst().orElse(""),
        sum(counts.stream().map(FarePage.Count::blamed).toList()));
  }

  private static Misses sum(List<Misses> misses) {
    return new Misses(
        misses.stream().mapToLong(Misses::missed).sum(),
        misses.stream().mapToLong(Misses::lost).sum(),
        misses.stream().mapToInt(Misses::longest).max().orElse(0));
  }

  private FarePage page(Flow flow) {
    synchronized (pages) {
      return pages.computeIfAbsent(flow, f -> new FarePage(f, memory));
    }
  }

  static String why(Poll poll) {
    return switch (poll.outcome()) {
      case Outcome.Answered ignored ->
          "late by "
              + (poll.doneNanos() - poll.intendedNanos() - poll.flow().deadline().toNanos())
                  / 1_000_000
              + " ms";
      case Outcome.Refused(var reason) -> "refused: " + reason;
      case Outcome.NoReply(var cause) -> cause;
    };
  }
}
