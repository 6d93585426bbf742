package org.bumpless.pep.reference.session;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.tls.Holder;
import org.jspecify.annotations.Nullable;

/**
 * One accepted connection and, once it is admitted, its session: what it stands on, and its end.
 */
final class Connection {
  private final long id;
  private final Socket client;
  private final String peer;
  private final Door door;
  private final long handshakeEndsNanos;
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private volatile @Nullable Identified identified;
  private volatile @Nullable Grant grant;
  private volatile @Nullable Socket upstream;

  private record Identified(Party party, Holder holder) {}

  /**
   * @param handshakeEndsNanos on the bench's clock
   */
  Connection(long id, Socket client, Door door, long handshakeEndsNanos) {
    this.id = id;
    this.client = client;
    this.peer = String.valueOf(client.getRemoteSocketAddress());
    this.door = door;
    this.handshakeEndsNanos = handshakeEndsNanos;
  }

  long id() {
    return id;
  }

  Socket client() {
    return client;
  }

  String peer() {
    return peer;
  }

  Door door() {
    return door;
  }

  /** The handshake is over and has proved who is there. */
  void identify(Party party, Holder holder) {
    identified = new Identified(party, holder);
  }

  /** SPIFFE id of the client; empty if it has not proved one. */
  String subject() {
    Identified who = identified;
    return who == null ? "" : who.party().spiffeId();
  }

  /** The session as others may see it, while it is open. */
  Optional<Open> session() {
    Identified who = identified;
    return who == null || grant == null || ended.get() != null
        ? Optional.empty()
        : Optional.of(new Open(this, who.party(), who.holder()));
  }

  /**
   * Begins the session.
   *
   * @return whether it may; false if the connection has been ended meanwhile, and then both sockets
   *     are closed
   */
  boolean open(Grant first, Socket dialled) {
    upstream = dialled;
    grant = first;
    if (ended.get() != null) {
      close(dialled);
      return false;
    }
    return true;
  }

  boolean wasOpened() {
    return grant != null;
  }

  /** What the session stands on; empty before it is admitted. */
  Optional<Grant> grant() {
    return Optional.ofNullable(grant);
  }

  /** Stands on another grant from now on. */
  void stand(Grant next) {
    grant = next;
  }

  /** How far the session goes at this moment; nothing before it is admitted. */
  Scope scope() {
    Grant current = grant;
    return current == null ? Scope.READ_ONLY : current.scope();
  }

  /** Whether anything may pass at a moment. */
  boolean permits(Instant now) {
    Grant current = grant;
    Identified who = identified;
    return current != null
        && who != null
        && ended.get() == null
        && now.isBefore(current.end())
        && !now.isAfter(who.holder().validUntil());
  }

  /** Ends the connection if its time has run out. */
  void sweep(Instant now, long nanos) {
    Identified who = identified;
    Grant current = grant;
    if (who == null) {
      if (nanos - handshakeEndsNanos >= 0) {
        end("handshake not finished in time");
      }
    } else if (now.isAfter(who.holder().validUntil())) {
      end("certificate expired at " + who.holder().validUntil());
    } else if (current != null && !now.isBefore(current.end())) {
      end("permit ran out at " + current.end());
    }
  }

  /** Closes both sockets at once; the first reason given is the one that is remembered. */
  void end(String reason) {
    ended.compareAndSet(null, reason);
    Socket server = upstream;
    if (server != null) {
      close(server);
    }
    close(client);
  }

  boolean hasEnded() {
    return ended.get() != null;
  }

  /** Why it ended; empty while it lasts. */
  String reason() {
    String reason = ended.get();
    return reason == null ? "" : reason;
  }

  private void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The descriptor is gone even so (close(2)); what is left to tell belongs to the reason of
      // the end.
      ended.accumulateAndGet(e.toString(), (reason, more) -> reason + "; " + more);
    }
  }
}
