package org.bumpless.adapter.pdp;

import java.time.Instant;

/** A PDP's answer. */
public sealed interface Decision {

  /**
   * Access is granted.
   *
   * @param until when it must be asked again at the latest
   */
  record Permit(Scope scope, Instant until) implements Decision {
    /** Whether it goes as far as what was asked for. */
    public boolean covers(AccessRequest.Action action) {
      return action == AccessRequest.Action.READ || scope == Scope.READ_WRITE;
    }
  }

  /** Access is refused. */
  record Deny(String reason) implements Decision {}

  /**
   * There is no decision: no answer, a late one, or one that cannot be understood. Never a permit,
   * never a deny.
   *
   * @param cause in words
   */
  record Indeterminate(Lack lack, String cause) implements Decision {
    /** One of a decision point that could not come to a decision. */
    public Indeterminate(String cause) {
      this(Lack.UNDECIDED, cause);
    }
  }

  /** For people. */
  default String words() {
    return switch (this) {
      case Permit(Scope scope, Instant until) ->
          "permit, %s until %s"
              .formatted(scope == Scope.READ_ONLY ? "read only" : "read and write", until);
      case Deny(String reason) -> "deny, " + reason;
      case Indeterminate(_, String cause) -> "no decision, " + cause;
    };
  }

  /** How far a permit goes. */
  enum Scope {
    READ_ONLY,
    READ_WRITE
  }
}
