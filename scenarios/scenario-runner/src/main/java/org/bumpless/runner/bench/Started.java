package org.bumpless.runner.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started so far, by whichever thread; closing ends it in reverse order, all of it,
 * whatever fails on the way.
 */
public final class Started implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  public synchronized <P extends AutoCloseable> P add(P part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        RuntimeException failure = new IllegalStateException("could not be stopped: " + e, e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
