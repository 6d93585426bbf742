package org.bumpless.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a fixture has started; closed in reverse order, all of it. */
final class Parts {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <P extends AutoCloseable> P add(P part) {
    parts.push(part);
    return part;
  }

  void close() throws Exception {
    Exception first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
