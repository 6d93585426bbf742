package org.bumpless.plc.cpu;

import java.time.Instant;

/**
 * An entry of the diagnostic buffer.
 *
 * @param at wall-clock time
 */
public record Diagnostic(Instant at, Kind kind, String text) {
  /** What it is about. */
  public enum Kind {
    MODE,
    KEY,
    PROGRAM,
    FAULT,
    FORCE,
    OVERRUN,
    REFUSED
  }
}
