package org.bumpless.pep.reference.session;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bumpless.pep.reference.audit.AuditEvent.Kind;
import org.bumpless.pep.reference.audit.AuditTrail;
import org.bumpless.pep.reference.decision.Assessment;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.ServerTls;
import org.bumpless.plant.time.NanoClock;

/** All sessions of the product with their threads and timers. */
public final class Sessions implements AutoCloseable {
  private static final int WORKERS = 4;
  private static final long SWEEP_MILLIS = 20;
  private static final long CLOSE_SECONDS = 10;

  private final SessionTable table;
  private final Journal journal;
  private final Limits limits;
  private final Admission admission;
  private final ScheduledThreadPoolExecutor sweeper = timer("pep-sweep", 1);
  private final ScheduledThreadPoolExecutor workers = timer("pep-reevaluate", WORKERS);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("pep-session-", 0).factory());

  public Sessions(
      ReferenceParts parts,
      ServerTls tls,
      Assessment assessment,
      AuditTrail trail,
      Limits limits,
      NanoClock clock) {
    this.limits = limits;
    this.table = new SessionTable(limits.sessionsMax(), clock);
    this.journal = new Journal(trail, clock);
    Continuation continuation =
        new Continuation(assessment, parts.reevaluation(), limits.reevaluate(), workers, journal);
    this.admission =
        new Admission(
            parts, tls, assessment, table, continuation, journal, threads, limits.dialMax());
    var _ =
        sweeper.scheduleAtFixedRate(
            table::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes a connection, if there is a place for it; else closes it. */
  public void arrive(Socket client, Door door) throws IOException {
    long ends = journal.clock().nanos() + limits.handshakeMax().toNanos();
    Connection connection = new Connection(table.nextId(), client, door, ends);
    if (!table.reserve()) {
      journal.note(connection, Kind.SESSION_REFUSED, limits.sessionsMax() + " sessions are open");
      client.close();
      return;
    }
    table.add(connection);
    threads.execute(() -> admission.serve(connection));
  }

  /** How many sessions are open. */
  public int open() {
    return table.open().size();
  }

  /** Ends all sessions; none of their threads is left when this returns. */
  @Override
  public void close() {
    table.endAll("product stopped");
    threads.shutdownNow();
    workers.shutdownNow();
    sweeper.shutdownNow();
    try {
      boolean done =
          threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
              && workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
              && sweeper.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
      if (!done) {
        System.getLogger(Sessions.class.getName())
            .log(
                System.Logger.Level.ERROR,
                "threads of the reference product still run {0} s after its stop",
                CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ScheduledThreadPoolExecutor timer(String name, int size) {
    return new ScheduledThreadPoolExecutor(
        size,
        Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
