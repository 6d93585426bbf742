package org.bumpless.plant.model;

import org.bumpless.plant.time.Tick;

/**
 * Something that a logic solver did or saw.
 *
 * @param nanos clock of the plant
 * @param tick the solver's scan
 * @param subject id of the safety function; of the solver itself for what concerns all
 * @param text in words, with figures
 */
public record SafetyEvent(
    long nanos, Tick tick, AssetId solver, String subject, Kind kind, String text) {
  /** What happened. */
  public enum Kind {
    /** Enough sensors are beyond the limit. */
    DEMAND,
    /** The final elements were sent to their safe state; it stays so until a reset. */
    TRIP,
    /** It was the first trip since all was well: the cause of those that follow. */
    FIRST_OUT,
    /** Somebody has reset a trip after its cause was gone. */
    RESET,
    /** A sensor shows what no sound one can. */
    SENSOR_FAILED,
    /** A failed sensor shows what a sound one can. */
    SENSOR_BACK,
    /** Somebody has switched a function off for some time: an alarm. */
    BYPASSED,
    /** The time is over, or it was ended: the function guards again. */
    BYPASS_ENDED,
    /** The key was turned. */
    KEY,
    /** The program was changed. */
    CHANGED,
    /** Something was asked for and refused. */
    REFUSED
  }
}
