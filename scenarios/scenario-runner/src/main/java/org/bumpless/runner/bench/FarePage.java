package org.bumpless.runner.bench;

import java.time.Duration;
import org.bumpless.plant.model.Flow;
import org.bumpless.plc.station.Poll;
import org.bumpless.scenario.bench.Stations.Misses;

/** The polls of one server by one station; how many of the last is set when it is begun. */
final class FarePage {
  /**
   * However quickly a poll was lost, a host that stood still for less than a quarter of this is no
   * excuse; and after an excused loss a line has this long to connect again.
   */
  private static final long LOST_NANOS = 1_000_000_000L;

  private enum State {
    GOOD,
    LATE,
    LOST,
    /** Held back by what became of the poll before it. */
    UNSENT
  }

  private final Flow flow;
  private final int kept;
  private final long[] due;
  private final long[] done;
  private final State[] state;
  private final String[] reason;
  private long count;

  /**
   * @param memory how far back it can be asked
   */
  FarePage(Flow flow, Duration memory) {
    this.flow = flow;
    this.kept = Math.toIntExact(memory.dividedBy(flow.period().orElseThrow()) + 1);
    this.due = new long[kept];
    this.done = new long[kept];
    this.state = new State[kept];
    this.reason = new String[kept];
  }

  Flow flow() {
    return flow;
  }

  /**
   * How the server's polls fared.
   *
   * @param blamed the misses that the host's own standing still does not excuse
   * @param why of the first miss that is not excused, or else of the first; empty if none
   */
  record Count(long planned, Misses all, Misses blamed, String why) {}

  synchronized void add(Poll poll) {
    int place = (int) (count++ % kept);
    due[place] = poll.intendedNanos();
    done[place] = poll.doneNanos();
    state[place] = state(poll);
    reason[place] = poll.inTime() ? "" : poll.flow().server() + " " + FareBook.why(poll);
  }

  private static State state(Poll poll) {
    if (!poll.sent()) {
      return State.UNSENT;
    }
    if (poll.inTime()) {
      return State.GOOD;
    }
    return poll.answered() ? State.LATE : State.LOST;
  }

  /** The polls that were due since a moment, those included that should have ended by now. */
  synchronized Count since(long nanos, long now, Excuse excuse, Excuse busy) {
    Tally tally = new Tally(flow, excuse, busy);
    for (long i = Math.max(0, count - kept); i < count; i++) {
      int place = (int) (i % kept);
      if (due[place] >= nanos) {
        tally.add(state[place], due[place], done[place], reason[place]);
      }
    }
    if (count > 0) {
      long period = flow.period().orElseThrow().toNanos();
      long next = due[(int) ((count - 1) % kept)] + period;
      for (int i = 0; i < kept && next + flow.deadline().toNanos() < now; i++, next += period) {
        if (next >= nanos) {
          tally.add(State.LATE, next, now, flow.server() + " has not answered yet");
        }
      }
    }
    return tally.count();
  }

  private static final class Tally {
    private final Flow flow;
    private final Excuse excuse;
    private final Excuse busy;
    private long planned;
    private long missed;
    private long lost;
    private int run;
    private int longest;
    private String why = "";
    private long blamedMissed;
    private long blamedLost;
    private int blamedRun;
    private int blamedLongest;
    private String blamedWhy = "";
    private long excusedUntil = Long.MIN_VALUE;
    private boolean failed;
    private boolean failedExcused;

    Tally(Flow flow, Excuse excuse, Excuse busy) {
      this.flow = flow;
      this.excuse = excuse;
      this.busy = busy;
    }

    void add(State state, long due, long done, String reason) {
      planned++;
      if (state == State.GOOD) {
        run = 0;
        blamedRun = 0;
        failed = false;
        return;
      }
      missed++;
      lost += state == State.LOST ? 1 : 0;
      longest = Math.max(longest, ++run);
      why = why.isEmpty() ? reason : why;
      boolean excused = state == State.UNSENT && failed ? failedExcused : excused(state, due, done);
      failed = true;
      failedExcused = excused;
      if (!excused) {
        blamedMissed++;
        blamedLost += state == State.LOST ? 1 : 0;
        blamedLongest = Math.max(blamedLongest, ++blamedRun);
        blamedWhy = blamedWhy.isEmpty() ? reason : blamedWhy;
      }
    }

    /**
     * A poll may suffer from a host that stood still shortly before it was due: what piled up
     * meanwhile is worked off first; and one that only came late, from a host that had no processor
     * to spare. A lost one needs a host that stood still for a good part of the time that it took.
     */
    private boolean excused(State state, long due, long done) {
      if (due <= excusedUntil) {
        return true;
      }
      long deadline = flow.deadline().toNanos();
      long took =
          switch (state) {
            case GOOD, LATE, UNSENT -> deadline;
            case LOST -> Math.max(done - due, LOST_NANOS);
          };
      boolean excused =
          excuse.covers(due - deadline, done, took)
              || (state != State.LOST && busy.covers(due - deadline, done, took));
      if (excused && state == State.LOST) {
        excusedUntil = done + LOST_NANOS;
      }
      return excused;
    }

    Count count() {
      return new Count(
          planned,
          new Misses(missed, lost, longest),
          new Misses(blamedMissed, blamedLost, blamedLongest),
          blamedWhy.isEmpty() ? why : blamedWhy);
    }
  }
}
