package org.bumpless.adapter.pep;

/** A product that cannot be attached; the message says what is wrong and what helps. */
public final class ProductException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is, which decides the exit code. */
  public enum Cause {
    /** Its files are wrong: exit 65. */
    BAD_INPUT,
    /** Something is not installed or does not get ready: exit 69. */
    UNAVAILABLE
  }

  private final Cause fault;

  public ProductException(Cause fault, String message) {
    super(message);
    this.fault = fault;
  }

  public ProductException(Cause fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Cause fault() {
    return fault;
  }
}
