package org.bumpless.plant.fmi;

/** An FMU is not what it should be, or does not do what it should. */
final class FmuException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FmuException(String found, String expected) {
    super("found " + found + "; expected " + expected);
  }
}
