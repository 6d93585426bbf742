package org.bumpless.pep.reference.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.bumpless.pep.reference.audit.AuditEvent.Kind;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.frames.DownStream;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.StreamGuard;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.time.NanoClock;

/** The two directions of an open session. */
final class Conversation {
  private static final int BUFFER = 16 * 1024;

  private final Connection connection;
  private final Socket client;
  private final Socket server;
  private final StreamGuard up;
  private final DownStream down;
  private final NanoClock clock;

  /**
   * @param client decrypted
   */
  Conversation(
      Connection connection,
      Party party,
      Socket client,
      Socket server,
      ReferenceParts parts,
      Journal journal)
      throws IOException {
    this.connection = connection;
    this.client = client;
    this.server = server;
    this.clock = journal.clock();
    FrameGuard guard = parts.guards().create(party);
    Relay relay = parts.relays().create(server.getOutputStream(), client.getOutputStream());
    this.up =
        parts
            .streams()
            .create(guard, relay, reason -> journal.note(connection, Kind.FRAME_REFUSED, reason));
    this.down =
        guard.answers() ? DownStream.whole(guard.framing(), relay) : DownStream.pieces(relay);
  }

  /** Relays until the session ends: one direction here, the other on a thread of the executor. */
  void run(Executor threads) {
    threads.execute(this::fromServer);
    fromClient();
  }

  private void fromClient() {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = client.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!connection.permits(clock.instant())) {
          connection.end("message after the permit ran out");
          return;
        }
        Optional<String> end = up.accept(buffer, length, connection.scope());
        if (end.isPresent()) {
          connection.end("message refused: " + end.get());
          return;
        }
      }
      connection.end("client closed");
    } catch (IOException e) {
      connection.end("connection lost on the way up: " + e.getMessage());
    } finally {
      connection.end("relay failed on the way up");
    }
  }

  private void fromServer() {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = server.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!connection.permits(clock.instant())) {
          connection.end("answer after the permit ran out");
          return;
        }
        if (!down.accept(buffer, length)) {
          connection.end("malformed message of the controller");
          return;
        }
      }
      connection.end("controller closed");
    } catch (IOException e) {
      connection.end("connection lost on the way down: " + e.getMessage());
    } finally {
      connection.end("relay failed on the way down");
    }
  }
}
