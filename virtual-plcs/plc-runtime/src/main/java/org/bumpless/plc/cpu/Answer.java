package org.bumpless.plc.cpu;

/** What a controller answers to an engineer's order. */
public sealed interface Answer {
  /** It has been carried out. */
  record Done() implements Answer {}

  /**
   * It was not carried out, and nothing has changed.
   *
   * @param reason in words, with the remedy
   */
  record Refused(Cause cause, String reason) implements Answer {}

  /** Why an order is refused. */
  enum Cause {
    /** The key switch does not allow it. */
    KEY,
    /** The operating mode does not allow it. */
    MODE,
    /** The program is none, or none for this controller. */
    PROGRAM,
    /** There is no such input or output. */
    UNKNOWN,
    /** The controller has too many orders already, or does not scan. */
    BUSY
  }
}
