package org.bumpless.pep.reference.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.pep.reference.parts.OpenSession;
import org.bumpless.plant.time.NanoClock;

/** All connections of the product, so many at most. */
final class SessionTable {
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong ids = new AtomicLong();
  private final Semaphore places;
  private final NanoClock clock;

  SessionTable(int sessionsMax, NanoClock clock) {
    this.places = new Semaphore(sessionsMax);
    this.clock = clock;
  }

  /** Takes a place if there is one. */
  boolean reserve() {
    return places.tryAcquire();
  }

  long nextId() {
    return ids.incrementAndGet();
  }

  /** Puts a connection on its reserved place. */
  void add(Connection connection) {
    connections.add(connection);
  }

  /** Gives the place of a connection back. */
  void remove(Connection connection) {
    if (connections.remove(connection)) {
      places.release();
    }
  }

  List<OpenSession> open() {
    return connections.stream()
        .map(Connection::session)
        .flatMap(Optional::stream)
        .map(OpenSession.class::cast)
        .toList();
  }

  /** Ends every connection whose time has run out. */
  void sweep() {
    long nanos = clock.nanos();
    var now = clock.instant();
    connections.forEach(connection -> connection.sweep(now, nanos));
  }

  void endAll(String reason) {
    connections.forEach(connection -> connection.end(reason));
  }
}
