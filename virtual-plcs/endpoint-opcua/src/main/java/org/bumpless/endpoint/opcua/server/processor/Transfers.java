package org.bumpless.endpoint.opcua.server.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bumpless.plant.time.NanoClock;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * The files that are open on one controller, each known to the session that opened it and to no
 * other. There are never more than eight: the one that has been left alone longest makes room. Safe
 * for any number of threads.
 */
final class Transfers {
  static final int OPEN_MAX = 8;

  /** A file that nobody has touched for so long is closed, and what was written is gone. */
  static final long IDLE_MILLIS_MAX = 60_000;

  private final NanoClock clock;

  /** By handle, the one that was touched last at the end. */
  private final Map<Long, Entry> open = new LinkedHashMap<>();

  private long handles;

  private record Entry(NodeId session, Transfer file, long touchedNanos) {}

  Transfers(NanoClock clock) {
    this.clock = clock;
  }

  /** Opens a file for a session; the handle. */
  synchronized long begin(NodeId session, Supplier<Transfer> file) {
    forgetIdle();
    if (open.size() >= OPEN_MAX) {
      open.remove(open.keySet().iterator().next());
    }
    handles++;
    open.put(handles, new Entry(session, file.get(), clock.nanos()));
    return handles;
  }

  /** Does something with an open file; empty if this session has no such file. */
  synchronized <T> Optional<T> with(NodeId session, long handle, Function<Transfer, T> work) {
    Optional<Transfer> file = take(session, handle);
    file.ifPresent(its -> open.put(handle, new Entry(session, its, clock.nanos())));
    return file.map(work);
  }

  /** Closes a file; empty if this session has no such file. */
  synchronized Optional<Transfer> take(NodeId session, long handle) {
    forgetIdle();
    Entry entry = open.get(handle);
    if (entry == null || !entry.session().equals(session)) {
      return Optional.empty();
    }
    open.remove(handle);
    return Optional.of(entry.file());
  }

  synchronized int count() {
    forgetIdle();
    return open.size();
  }

  private void forgetIdle() {
    long now = clock.nanos();
    open.values().removeIf(entry -> now - entry.touchedNanos() > IDLE_MILLIS_MAX * 1_000_000);
  }
}
