package org.bumpless.plc.cpu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest entries of a controller's diary; the oldest make room. Safe for any threads. */
public final class DiagnosticBuffer {
  private static final int ENTRIES_MAX = 100;

  private final Deque<Diagnostic> entries = new ArrayDeque<>();

  public synchronized void add(Diagnostic entry) {
    if (entries.size() == ENTRIES_MAX) {
      entries.removeLast();
    }
    entries.addFirst(entry);
  }

  /** The newest first. */
  public synchronized List<Diagnostic> entries() {
    return List.copyOf(entries);
  }
}
