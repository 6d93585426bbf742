package org.bumpless.runner.run;

/** What time a run takes place in. */
public enum ClockMode {
  /** The time on the wall: with sockets and frames, and with verdicts on latency. */
  REAL,
  /** Its own, as fast as it goes: verdicts on logic, the same to the last byte on replay. */
  VIRTUAL
}
