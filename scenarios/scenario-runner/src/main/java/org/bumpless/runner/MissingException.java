package org.bumpless.runner;

/**
 * Something that a run needs is not there or not to be had; the message names it and how to get it.
 * Exit 69.
 */
public final class MissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingException(String message) {
    super(message);
  }

  public MissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
