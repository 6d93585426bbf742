package org.bumpless.pep.reference.session;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSocket;
import org.bumpless.pep.reference.audit.AuditEvent.Kind;
import org.bumpless.pep.reference.decision.Assessment;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.Holder;
import org.bumpless.pep.reference.tls.ServerTls;

/**
 * Takes a connection through handshake, decision and dialling, in that order, and then lets it
 * talk.
 */
final class Admission {
  private final ReferenceParts parts;
  private final ServerTls tls;
  private final Assessment assessment;
  private final SessionTable table;
  private final Continuation continuation;
  private final Journal journal;
  private final Executor threads;
  private final Duration dialMax;

  Admission(
      ReferenceParts parts,
      ServerTls tls,
      Assessment assessment,
      SessionTable table,
      Continuation continuation,
      Journal journal,
      Executor threads,
      Duration dialMax) {
    this.parts = parts;
    this.tls = tls;
    this.assessment = assessment;
    this.table = table;
    this.continuation = continuation;
    this.journal = journal;
    this.threads = threads;
    this.dialMax = dialMax;
  }

  /** Serves a connection to its end. */
  void serve(Connection connection) {
    try {
      connection.client().setTcpNoDelay(true);
      connection.client().setKeepAlive(true);
      SSLSocket client = tls.wrap(connection.client());
      client.startHandshake();
      Holder holder = tls.holder(client);
      admit(connection, client, holder);
    } catch (CertificateException | IOException e) {
      connection.end(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      connection.end("product is stopping");
    } finally {
      connection.end("product failed");
      table.remove(connection);
      journal.note(
          connection,
          connection.wasOpened() ? Kind.SESSION_ENDED : Kind.SESSION_REFUSED,
          connection.reason());
    }
  }

  private void admit(Connection connection, SSLSocket client, Holder holder)
      throws IOException, InterruptedException {
    Party party = new Party(holder.spiffeId(), connection.door());
    connection.identify(party, holder);
    parts.succession().arrives(party, holder, table.open());
    switch (assessment.judge(party)) {
      case Judgement.Granted granted -> open(connection, client, party, granted);
      case Judgement.Refused refused -> refuse(connection, client, refused.reason());
      case Judgement.Undecided none -> refuse(connection, client, "no decision: " + none.cause());
    }
  }

  /** An orderly goodbye: nobody else writes to this client, and nothing waits in its buffers. */
  private static void refuse(Connection connection, SSLSocket client, String reason)
      throws IOException {
    client.close();
    connection.end(reason);
  }

  private void open(Connection connection, SSLSocket client, Party party, Judgement.Granted granted)
      throws IOException {
    Grant grant = parts.reevaluation().first(granted, journal.clock().instant());
    Optional<Socket> dialled = dial(connection);
    if (dialled.isEmpty() || !connection.open(grant, dialled.get())) {
      return;
    }
    journal.note(connection, Kind.SESSION_OPENED, grant.scope() + " until " + grant.until());
    Conversation conversation =
        new Conversation(connection, party, client, dialled.get(), parts, journal);
    continuation.join(connection, party);
    try {
      conversation.run(threads);
    } finally {
      continuation.leave(connection, party);
    }
  }

  private Optional<Socket> dial(Connection connection) throws IOException {
    Socket server = new Socket();
    try {
      server.setTcpNoDelay(true);
      server.setKeepAlive(true);
      server.connect(connection.door().upstream(), Math.toIntExact(dialMax.toMillis()));
      return Optional.of(server);
    } catch (IOException e) {
      server.close();
      connection.end(connection.door().upstream() + ": controller not reached: " + e.getMessage());
      return Optional.empty();
    }
  }
}
