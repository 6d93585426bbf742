package org.bumpless.runner;

import java.util.ArrayList;
import java.util.List;

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

  /**
   * What was missing besides when something was thrown, a sentence each: for example a real
   * controller that could not be brought back while the bench was stopped because of something
   * else.
   */
  public static List<String> beside(Throwable thrown) {
    List<String> found = new ArrayList<>();
    for (Throwable other : thrown.getSuppressed()) {
      if (other instanceof MissingException missing) {
        found.add(String.valueOf(missing.getMessage()));
      }
      found.addAll(beside(other));
    }
    return found;
  }
}
