package org.bumpless.bridge.core;

import org.jspecify.annotations.Nullable;

/** An exchange with a real controller that did not go well. */
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean answered;

  private WireException(boolean answered, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.answered = answered;
  }

  /** The controller has answered, and what it said was no. The connection is sound. */
  public static WireException refused(String message) {
    return new WireException(true, message, null);
  }

  /** No answer: nobody knows what the controller has done. The connection is to be let go. */
  public static WireException lost(String message, @Nullable Throwable cause) {
    return new WireException(false, message, cause);
  }

  public boolean answered() {
    return answered;
  }

  /** What happened, in words. */
  public String told() {
    return String.valueOf(getMessage());
  }
}
