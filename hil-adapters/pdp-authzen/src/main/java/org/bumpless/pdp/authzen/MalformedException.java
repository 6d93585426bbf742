package org.bumpless.pdp.authzen;

/** A message of the API that cannot be understood; says the place, what was found and expected. */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message);
  }

  MalformedException(String place, Object found, String expected) {
    super(place + ": found " + found + ", expected " + expected);
  }
}
