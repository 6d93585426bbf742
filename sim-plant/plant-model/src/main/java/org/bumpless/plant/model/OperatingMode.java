package org.bumpless.plant.model;

/** What a controller is doing. */
public enum OperatingMode {
  /** It scans its program. */
  RUN,
  /** Its program stands still and its outputs are zero; it still serves the network. */
  STOP,
  /** As STOP, by the key: it cannot be started from afar. */
  PROGRAM,
  /** Its program has done what it must not; it stands still until it is started or loaded anew. */
  FAULT
}
