package org.bumpless.plc.station;

import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Outcome;

/**
 * One poll of one server by a station.
 *
 * @param cycle number of the poll since the station started, the same for all its servers
 * @param intendedNanos when it was due
 * @param doneNanos when its outcome was known
 * @param sent false if it was not sent: an earlier one was still under way, or the connection was
 *     lost and the station waited before it connected again
 */
public record Poll(
    Flow flow, long cycle, long intendedNanos, long doneNanos, Outcome outcome, boolean sent) {

  /** A poll that was sent. */
  public Poll(Flow flow, long cycle, long intendedNanos, long doneNanos, Outcome outcome) {
    this(flow, cycle, intendedNanos, doneNanos, outcome, true);
  }

  /** Whether there was an answer at all. */
  public boolean answered() {
    return outcome instanceof Outcome.Answered;
  }

  /** Whether the answer came before the flow's deadline. */
  public boolean inTime() {
    return answered() && doneNanos - intendedNanos <= flow.deadline().toNanos();
  }
}
