package org.bumpless.adapter.pdp;

import java.time.Instant;

/** A PDP's answer. */
public sealed interface Decision {

  /**
   * Access is granted.
   *
   * @param until when it must be asked again at the latest
   */
  record Permit(Scope scope, Instant until) implements Decision {}

  /** Access is refused. */
  record Deny(String reason) implements Decision {}

  /**
   * There is no decision: no answer, a late one, or one that cannot be understood. Never a permit,
   * never a deny.
   */
  record Indeterminate(String cause) implements Decision {}

  /** How far a permit goes. */
  enum Scope {
    READ_ONLY,
    READ_WRITE
  }
}
