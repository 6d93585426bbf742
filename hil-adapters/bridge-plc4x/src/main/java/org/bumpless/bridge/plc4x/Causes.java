package org.bumpless.bridge.plc4x;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures of drivers in words that help. */
final class Causes {
  private Causes() {}

  /** The innermost reason. */
  static String told(Throwable failure) {
    Throwable last = failure;
    for (int depth = 0; depth < 20 && last.getCause() != null; depth++) {
      last = last.getCause();
    }
    if (last instanceof TimeoutException) {
      return "no answer";
    }
    if (ofDriver(last)) {
      return "the driver fails on the answer (" + last.getClass().getSimpleName() + ")";
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  /** Whether it is a mistake of the driver's own, by which it loses an answer. */
  static boolean ofDriver(@Nullable Throwable failure) {
    Throwable last = failure;
    for (int depth = 0; depth < 20 && last != null; depth++) {
      if (last instanceof NullPointerException
          || last instanceof ClassCastException
          || last instanceof IndexOutOfBoundsException) {
        return true;
      }
      last = last.getCause();
    }
    return false;
  }

  /** A connection without its passwords. */
  static String withoutSecrets(String connection) {
    return connection.replaceAll("(?i)([?&][^=&]*(?:password|secret)[^=&]*=)[^&]*", "$1***");
  }
}
