package org.bumpless.bridge.plc4x;

import java.util.concurrent.TimeoutException;

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
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  /** A connection without its passwords. */
  static String withoutSecrets(String connection) {
    return connection.replaceAll("(?i)([?&][^=&]*(?:password|secret)[^=&]*=)[^&]*", "$1***");
  }
}
