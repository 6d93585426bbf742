package org.bumpless.scenario.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Context;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/** A request to a decision point while the facts of a question are written into it. */
final class Draft {
  private static final String TICKET = "CHG-1";

  private final Site site;
  private Subject.Kind kind = Subject.Kind.UNKNOWN;
  private boolean mfa;
  private boolean svidValid;
  private Set<String> groups = Set.of();
  private String role = "";
  private boolean edrHealthy;
  private AssetId asset;
  private PurdueLevel level = PurdueLevel.L0;
  private SecurityLevel target = SecurityLevel.SL4;
  private Action action = Action.WRITE;
  private Protocol protocol = Protocol.MODBUS_TCP;
  private Optional<Ticket> ticket = Optional.empty();
  private DeclaredFlow flow = DeclaredFlow.NONE;

  private Draft(Site site) {
    this.site = site;
    this.asset = site.controller();
  }

  /** The request that a question is. */
  static AccessRequest request(Question question, Site site) {
    Draft draft = new Draft(site);
    question.facts().forEach(fact -> fact.writeInto(draft));
    return draft.whole();
  }

  private AccessRequest whole() {
    String path =
        switch (kind) {
          case PERSON -> "/person/anna";
          case WORKLOAD -> "/asset/STATION-1";
          case UNKNOWN -> "/person/nobody";
        };
    return new AccessRequest(
        new Subject(
            "spiffe://" + site.trustDomain() + path,
            kind,
            mfa,
            svidValid,
            groups,
            role,
            edrHealthy),
        action,
        new Resource(asset, level, target),
        new Context(site.now(), protocol, ticket, flow));
  }

  void subject(Subject.Kind value) {
    kind = value;
  }

  void factor(boolean value) {
    mfa = value;
  }

  void certificate(boolean value) {
    svidValid = value;
  }

  void groups(String... value) {
    groups = Set.of(value);
  }

  void role(String value) {
    role = value;
  }

  void device(boolean value) {
    edrHealthy = value;
  }

  void thisController() {
    asset = site.controller();
  }

  void anotherController() {
    asset = site.another();
  }

  void level(PurdueLevel value) {
    level = value;
  }

  void target(SecurityLevel value) {
    target = value;
  }

  void action(Action value) {
    action = value;
  }

  void protocol(Protocol value) {
    protocol = value;
  }

  void flow(DeclaredFlow value) {
    flow = value;
  }

  void noTicket() {
    ticket = Optional.empty();
  }

  /** A ticket whose window begins and ends so much after now; before now if negative. */
  void ticket(Duration opens, Duration closes) {
    Instant now = site.now();
    ticket = Optional.of(new Ticket(TICKET, now.plus(opens), now.plus(closes)));
  }
}
