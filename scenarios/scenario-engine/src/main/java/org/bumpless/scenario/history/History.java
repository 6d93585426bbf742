package org.bumpless.scenario.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The append-only history of one run; safe for any number of threads.
 *
 * <p>Requests that stations make by the thousand are kept only while a scenario runs ({@link
 * #forgetReads}); everything else is kept to the end of the run.
 */
public final class History {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Consumer<Entry>> sinks = new ArrayList<>();
  private final AtomicLong numbers = new AtomicLong();

  /**
   * @param sink told each entry as it comes, in order; must not block for long
   */
  public History(Consumer<Entry> sink) {
    sinks.add(sink);
  }

  /**
   * Tells somebody else too what comes from now on.
   *
   * @param follower as the sink that this was made with
   */
  public synchronized void follow(Consumer<Entry> follower) {
    sinks.add(follower);
  }

  public synchronized void append(Entry entry) {
    entries.add(entry);
    sinks.forEach(sink -> sink.accept(entry));
  }

  /** A number for an operation that is to come: 1, 2, 3 over the whole run. */
  public long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** How many entries there are: the place of the next one. */
  public synchronized int size() {
    return entries.size();
  }

  /** The entries of one kind, oldest first. */
  public synchronized <E extends Entry> List<E> all(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The entries of one kind that happened at or after a moment, oldest first. */
  public <E extends Entry> List<E> since(Class<E> kind, long nanos) {
    return all(kind).stream().filter(e -> e.nanos() >= nanos).toList();
  }

  /** Drops everything, where nobody will judge; the sink has been told. */
  public synchronized void forgetAll() {
    entries.clear();
  }

  /** Drops what happened before a moment, which nobody will judge any more. */
  public synchronized void forgetBefore(long nanos) {
    entries.removeIf(e -> e.nanos() < nanos);
  }

  /** Drops requests that only read; their number in a long run has no bound. */
  public synchronized void forgetReads() {
    entries.removeIf(e -> e instanceof Entry.Reached(var request) && !request.writes());
  }
}
