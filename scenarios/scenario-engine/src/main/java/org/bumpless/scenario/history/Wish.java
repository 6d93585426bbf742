package org.bumpless.scenario.history;

/** Whether the plant wants an operation to succeed. */
public enum Wish {
  /** Legitimate work: it must take hold, exactly once. */
  WANTED,
  /** An attack or a breach of policy: it must have no effect. */
  UNWANTED,
  /** A probe: it may take hold or not, and the time when that changes is what is measured. */
  PROBE
}
