package org.bumpless.runner;

/**
 * What somebody gave to the command does not work; the message says what, where and what helps.
 * Exit 65.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
