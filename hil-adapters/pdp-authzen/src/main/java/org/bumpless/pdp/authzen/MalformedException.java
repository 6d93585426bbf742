package org.bumpless.pdp.authzen;

import org.bumpless.adapter.pdp.Lack;

/** A message of the API that cannot be understood; says the place, what was found and expected. */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Lack lack;

  MalformedException(String message) {
    this(Lack.MALFORMED, message);
  }

  MalformedException(Lack lack, String message) {
    super(message);
    this.lack = lack;
  }

  MalformedException(String place, Object found, String expected) {
    this(Lack.MALFORMED, place, found, expected);
  }

  public MalformedException(Lack lack, String place, Object found, String expected) {
    this(lack, place + ": found " + found + ", expected " + expected);
  }

  /** The same, said of an answer. */
  public NoDecisionException noDecision() {
    return new NoDecisionException(lack, String.valueOf(getMessage()));
  }
}
