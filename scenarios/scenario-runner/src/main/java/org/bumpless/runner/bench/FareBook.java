package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.station.Poll;
import org.bumpless.plc.station.PollLog;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** Keeps count of all polls of all stations. */
final class FareBook implements PollLog {
  private final History history;
  private final Map<Flow, Page> pages = new LinkedHashMap<>();

  FareBook(History history) {
    this.history = history;
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

  /** How each flow has fared since a moment; servers of a flow are taken together. */
  List<Fare> since(long nanos) {
    Map<FlowId, List<Page>> byFlow = new LinkedHashMap<>();
    synchronized (pages) {
      pages.forEach(
          (flow, page) -> byFlow.computeIfAbsent(flow.id(), f -> new ArrayList<>()).add(page));
    }
    List<Fare> fares = new ArrayList<>();
    byFlow.forEach((flow, its) -> fares.add(fare(flow, its, nanos)));
    return fares;
  }

  private static Fare fare(FlowId flow, List<Page> pages, long nanos) {
    long planned = 0;
    long missed = 0;
    long lost = 0;
    int longest = 0;
    String why = "";
    AssetId station = pages.getFirst().flow.client();
    for (Page page : pages) {
      Count count = page.since(nanos);
      planned += count.planned();
      missed += count.missed();
      lost += count.lost();
      longest = Math.max(longest, count.longest());
      why = why.isEmpty() ? count.why() : why;
    }
    return new Fare(flow, station, planned, missed, lost, longest, why);
  }

  private Page page(Flow flow) {
    synchronized (pages) {
      return pages.computeIfAbsent(flow, Page::new);
    }
  }

  private static String why(Poll poll) {
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

  private record Count(long planned, long missed, long lost, int longest, String why) {}

  /** The polls of one server, the last {@value #KEPT} of them. */
  private static final class Page {
    private static final int KEPT = 8_192;
    private static final byte GOOD = 0;
    private static final byte LATE = 1;
    private static final byte LOST = 2;

    private final Flow flow;
    private final long[] due = new long[KEPT];
    private final byte[] state = new byte[KEPT];
    private final String[] reason = new String[KEPT];
    private long count;

    Page(Flow flow) {
      this.flow = flow;
    }

    synchronized void add(Poll poll) {
      int place = (int) (count++ % KEPT);
      due[place] = poll.intendedNanos();
      state[place] = poll.inTime() ? GOOD : poll.answered() ? LATE : LOST;
      reason[place] = poll.inTime() ? "" : poll.flow().server() + " " + why(poll);
    }

    synchronized Count since(long nanos) {
      long planned = 0;
      long missed = 0;
      long lost = 0;
      int run = 0;
      int longest = 0;
      String why = "";
      for (long i = Math.max(0, count - KEPT); i < count; i++) {
        int place = (int) (i % KEPT);
        if (due[place] < nanos) {
          continue;
        }
        planned++;
        if (state[place] == GOOD) {
          run = 0;
        } else {
          missed++;
          lost += state[place] == LOST ? 1 : 0;
          longest = Math.max(longest, ++run);
          why = why.isEmpty() ? reason[place] : why;
        }
      }
      return new Count(planned, missed, lost, longest, why);
    }
  }
}
