package org.bumpless.pep.reference;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.pep.reference.audit.AuditTrail;
import org.bumpless.pep.reference.decision.Assessment;
import org.bumpless.pep.reference.decision.IslandMode;
import org.bumpless.pep.reference.decision.PdpDecisions;
import org.bumpless.pep.reference.decision.PlantRecords;
import org.bumpless.pep.reference.decision.RememberedSubjects;
import org.bumpless.pep.reference.frames.CheckedStream;
import org.bumpless.pep.reference.frames.DirectRelay;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.session.Acceptor;
import org.bumpless.pep.reference.session.Limits;
import org.bumpless.pep.reference.session.Sessions;
import org.bumpless.pep.reference.tls.PkixCertificateCheck;
import org.bumpless.pep.reference.tls.ServerTls;
import org.bumpless.plant.identity.Identity;

/** The reference product from its start to its end: everything that has a thread or a socket. */
final class Running implements AutoCloseable {
  private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(3);
  private static final Duration DIAL_MAX = Duration.ofSeconds(3);

  /**
   * A fifth of the shortest interval between judgements that is usual: sessions that begin together
   * ask together.
   */
  private static final Duration MEMORY_MAX = Duration.ofMillis(100);

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final ServerTls tls;
  private final Acceptor acceptor;

  /**
   * Starts the product.
   *
   * @param change what a variant of the product does to the parts
   * @throws ProductException if the PDP adapter refuses its settings
   * @throws IOException if a file cannot be written or an address cannot be had; nothing is left
   *     running after either
   */
  Running(
      ReferenceSite site,
      ReferenceSettings settings,
      PdpProvider pdps,
      UnaryOperator<ReferenceParts> change)
      throws ProductException, IOException {
    boolean started = false;
    try {
      AuditTrail trail = new AuditTrail(site.folder());
      closing.push(trail::close);
      PolicyDecisionPoint pdp =
          pdps.create(Map.of("url", site.decisionUrl().toString()), site.folder(), site.clock());
      closing.push(pdp::close);
      PlantRecords records = new PlantRecords(site.servicesUrl());
      closing.push(records::close);
      ReferenceParts parts = change.apply(parts(site, settings, pdp, records));
      tls = new ServerTls(site.identity(), parts.certificates(), site.clock());
      Sessions sessions =
          new Sessions(
              parts,
              tls,
              assessment(site, parts),
              trail,
              new Limits(settings.sessionsMax(), settings.reevaluate(), HANDSHAKE_MAX, DIAL_MAX),
              site.clock());
      closing.push(sessions::close);
      acceptor = new Acceptor(site.doors(), sessions::arrive, site.clock());
      closing.push(acceptor::close);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  private static ReferenceParts parts(
      ReferenceSite site,
      ReferenceSettings settings,
      PolicyDecisionPoint pdp,
      PlantRecords records) {
    return new ReferenceParts(
        new PkixCertificateCheck(site.trust()),
        new RememberedSubjects(records, MEMORY_MAX, site.clock()),
        records,
        new PdpDecisions(pdp),
        new IslandMode(settings.island()),
        new StandardGuards(),
        CheckedStream::new,
        DirectRelay::new,
        (party, holder, open) -> {});
  }

  private static Assessment assessment(ReferenceSite site, ReferenceParts parts) {
    return new Assessment(
        new AccessFacts(
            parts.subjects(), parts.tickets(), site.flows(), site.resources(), site.clock()),
        parts.decisions());
  }

  Optional<InetSocketAddress> front(String listener) {
    return acceptor.front(listener);
  }

  boolean isAlive() {
    return acceptor.isAlive();
  }

  void renew(Identity identity) {
    tls.renew(identity);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
