package org.bumpless.runner.virtual;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.Flow;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;

/** One station that polls one server, with what came of it. */
final class VirtualPoll {
  /** Longer ago than this nobody asks; older polls are forgotten. */
  private static final int KEPT_MAX = 100_000;

  private final Flow flow;
  private final long periodNanos;
  private final List<Made> made = new ArrayList<>();
  private long next;

  /**
   * A poll that was made.
   *
   * @param why it was missed; empty if it was answered
   * @param excused whether the scenario itself had taken the product away
   */
  private record Made(long nanos, String why, boolean excused) {
    boolean missed() {
      return !why.isEmpty();
    }
  }

  VirtualPoll(Flow flow) {
    this.flow = flow;
    this.periodNanos = flow.period().orElseThrow().toNanos();
  }

  Flow flow() {
    return flow;
  }

  boolean due(long nanos) {
    return next <= nanos;
  }

  void answered(long nanos) {
    keep(new Made(nanos, "", false));
  }

  void missed(long nanos, String why, boolean excused) {
    keep(new Made(nanos, why, excused));
  }

  private void keep(Made poll) {
    if (made.size() == KEPT_MAX) {
      made.subList(0, KEPT_MAX / 2).clear();
    }
    made.add(poll);
    next += periodNanos;
  }

  boolean seenSince(long nanos) {
    return !made.isEmpty() && made.getLast().nanos() >= nanos && !made.getLast().missed();
  }

  /** How the polls of one flow have fared, one for each of its servers. */
  static Fare fare(List<VirtualPoll> polls, long sinceNanos) {
    Flow flow = polls.getFirst().flow;
    long planned = 0;
    Tally all = new Tally();
    Tally blamed = new Tally();
    boolean every = true;
    for (VirtualPoll poll : polls) {
      List<Made> since = poll.since(sinceNanos);
      every = every && !since.isEmpty();
      planned += since.size();
      all.next();
      blamed.next();
      for (Made one : since) {
        all.count(one.missed(), one.why());
        blamed.count(one.missed() && !one.excused(), one.why());
      }
    }
    return new Fare(
        flow.id(),
        flow.client(),
        every ? planned : 0,
        all.missed,
        all.missed,
        all.longest,
        all.why,
        new Misses(blamed.missed, blamed.missed, blamed.longest));
  }

  /** Counts misses, server after server. */
  private static final class Tally {
    private long missed;
    private int row;
    private int longest;
    private String why = "";

    void next() {
      row = 0;
    }

    void count(boolean miss, String reason) {
      row = miss ? row + 1 : 0;
      longest = Math.max(longest, row);
      missed += miss ? 1 : 0;
      why = miss && why.isEmpty() ? reason : why;
    }
  }

  /** Oldest first; found from the end, for the moment is a late one mostly. */
  private List<Made> since(long nanos) {
    int first = made.size();
    while (first > 0 && made.get(first - 1).nanos() >= nanos) {
      first--;
    }
    return made.subList(first, made.size());
  }
}
