package org.bumpless.adapter.records;

/** Facts that cannot be had now: a service is silent, fails, or says what nobody understands. */
public final class FactsException extends Exception {
  private static final long serialVersionUID = 1L;

  public FactsException(String message) {
    super(message);
  }

  public FactsException(String message, Throwable cause) {
    super(message, cause);
  }
}
