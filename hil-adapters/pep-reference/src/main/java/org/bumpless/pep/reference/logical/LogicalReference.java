package org.bumpless.pep.reference.logical;

import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.logical.LogicalPep;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.adapter.records.ServedFacts;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.pep.reference.ReferenceSettings;
import org.bumpless.pep.reference.decision.Assessment;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.IslandMode;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.decision.PdpDecisions;
import org.bumpless.pep.reference.tls.CertificateCheck;
import org.bumpless.pep.reference.tls.PkixCertificateCheck;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** The reference product without a wire. Used by one thread. */
public final class LogicalReference implements LogicalPep {
  private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("virtual", 1);

  private final CertificateCheck certificates;
  private final Assessment assessment;
  private final IslandMode island;
  private final Duration reevaluate;
  private final NanoClock clock;
  private final Map<Key, Standing> standing = new HashMap<>();

  /** A party and the certificate that it shows. */
  private record Key(String spiffeId, String asset, String protocol) {}

  /** What was granted, and when it was decided. */
  private record Standing(Grant grant, Instant decided) {
    boolean freshAt(Instant now, Duration reevaluate) {
      return now.isBefore(grant.until()) && now.isBefore(decided.plus(reevaluate));
    }
  }

  public LogicalReference(
      ReferenceSettings settings,
      Plant plant,
      PlantServices services,
      PolicyDecisionPoint decisions,
      NanoClock clock) {
    ServedFacts facts = new ServedFacts(services);
    this.certificates = new PkixCertificateCheck(services.authority().trust());
    this.assessment =
        new Assessment(
            new AccessFacts(
                facts,
                facts,
                new DeclaredFlows(plant, "spiffe://" + plant.id() + "/asset/pep"),
                plant,
                clock),
            new PdpDecisions(decisions));
    this.island = new IslandMode(settings.island());
    this.reevaluate = settings.reevaluate();
    this.clock = clock;
  }

  @Override
  public Passage ask(Request request) {
    Optional<Identity> shown = request.shown();
    if (shown.isEmpty()) {
      return new Passage.Stopped("no certificate");
    }
    try {
      String holder = certificates.check(shown.get().chain(), clock.instant()).spiffeId();
      return ask(
          new Party(
              holder,
              new Door(
                  request.conduit().id().value(),
                  request.server().id(),
                  request.endpoint().protocol(),
                  NOWHERE,
                  NOWHERE)),
          request.writes());
    } catch (CertificateException e) {
      return new Passage.Stopped(String.valueOf(e.getMessage()));
    }
  }

  private Passage ask(Party party, boolean writes) {
    Instant now = clock.instant();
    Key key = new Key(party.spiffeId(), party.asset().value(), party.protocol().id());
    Optional<Standing> last = Optional.ofNullable(standing.get(key));
    Optional<Standing> fresh = last.filter(its -> its.freshAt(now, reevaluate));
    if (fresh.isPresent()) {
      return within(fresh.get().grant(), writes);
    }
    Judgement judgement = assessment.judge(party);
    Optional<Grant> grant =
        last.isPresent() ? island.after(last.get().grant(), judgement, now) : first(judgement, now);
    if (grant.isEmpty() || !now.isBefore(grant.get().end())) {
      standing.remove(key);
      return new Passage.Stopped(words(judgement));
    }
    standing.put(key, new Standing(grant.get(), now));
    return within(grant.get(), writes);
  }

  private static Passage within(Grant grant, boolean writes) {
    return writes && grant.scope() == Scope.READ_ONLY
        ? new Passage.Stopped("the session is read-only")
        : new Passage.Passed();
  }

  private Optional<Grant> first(Judgement judgement, Instant now) {
    return judgement instanceof Judgement.Granted granted
        ? Optional.of(island.first(granted, now))
        : Optional.empty();
  }

  private static String words(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Granted _ -> "its permit has run out";
      case Judgement.Refused(String reason) -> reason;
      case Judgement.Undecided(String cause) -> "no decision: " + cause;
    };
  }
}
