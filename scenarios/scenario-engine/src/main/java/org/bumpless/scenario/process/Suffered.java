package org.bumpless.scenario.process;

import java.util.List;
import java.util.Optional;

/**
 * What the whole process suffered for some time, by its truth; only what happened.
 *
 * @param outside for each signal that left its normal band, how long it was outside, in s
 * @param nearest the signal that came nearest to a trip of the process, with its least distance in
 *     its unit, negative beyond; empty where nothing trips or nothing was recorded
 * @param trips for each signal that tripped the process, how often
 * @param lost product that was lost for good, for each signal that counts some
 */
public record Suffered(
    List<Amount> outside, Optional<Amount> nearest, List<Amount> trips, List<Amount> lost) {
  /** Of a process that nobody looked at, or that was well and has no trips. */
  public static final Suffered NOTHING =
      new Suffered(List.of(), Optional.empty(), List.of(), List.of());

  public Suffered {
    outside = List.copyOf(outside);
    trips = List.copyOf(trips);
    lost = List.copyOf(lost);
  }

  /**
   * A figure of a signal.
   *
   * @param signal for example {@code T-101.spilled}
   * @param unit of the value; empty for a number of times
   */
  public record Amount(String signal, String unit, double value) {}
}
