package org.bumpless.adapter.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pdp.UsualPermit;

/**
 * A decision point with one rule: a lead engineer is permitted what is asked. It is the double that
 * keeps the contract, and with one fault, the doubles that break it.
 */
final class OneRulePdp implements PolicyDecisionPoint {
  private final Set<Fault> faults;
  private AccessRequest last = AccessRequests.leadEngineer(Action.READ);
  private Thread lastAsker = Thread.currentThread();
  private volatile boolean closed;
  private int closes;

  /** What a decision point can do wrong, and the rule that must catch it. */
  enum Fault {
    PERMITS_NOBODY("pdp01"),
    PERMITS_TO_WRITE_WHO_ASKS_TO_READ("pdp02"),
    PERMITS_TO_READ_WHO_ASKS_TO_WRITE("pdp02"),
    PERMITS_FOR_EVER("pdp03"),
    PERMIT_HAS_ENDED_ALREADY("pdp03"),
    PERMITS_WHOM_IT_DOES_NOT_KNOW("pdp04"),
    ANSWERS_A_STRANGER_WITH_NULL("pdp04"),
    PERMITS_AN_EMPTY_NAME("pdp05"),
    STUMBLES_OVER_A_BROKEN_CHARACTER("pdp05"),
    STAYS_DOWN_AFTER_NONSENSE("pdp05"),
    ANSWERS_THE_QUESTION_OF_ANOTHER_THREAD("pdp06"),
    PERMITS_WHEN_CLOSED("pdp07"),
    THROWS_WHEN_CLOSED("pdp07"),
    CANNOT_BE_CLOSED_TWICE("pdp07"),
    SWALLOWS_THE_INTERRUPT("pdp08"),
    THROWS_WHEN_INTERRUPTED("pdp08"),
    ANSWERS_MANY_BACKWARDS("pdp09"),
    FORGETS_THE_LAST_OF_MANY("pdp09");

    private final String caughtBy;

    Fault(String rule) {
      this.caughtBy = rule;
    }

    String caughtBy() {
      return caughtBy;
    }
  }

  OneRulePdp(Set<Fault> faults) {
    this.faults = faults;
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    if (closed && !has(Fault.PERMITS_WHEN_CLOSED)) {
      if (has(Fault.THROWS_WHEN_CLOSED)) {
        throw new IllegalStateException("closed");
      }
      return new Decision.Indeterminate("closed");
    }
    if (has(Fault.SWALLOWS_THE_INTERRUPT) && Thread.interrupted()) {
      return new Decision.Indeterminate("interrupted");
    }
    if (has(Fault.THROWS_WHEN_INTERRUPTED) && Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
    return decide(has(Fault.ANSWERS_THE_QUESTION_OF_ANOTHER_THREAD) ? swapped(request) : request);
  }

  @Override
  public List<Decision> evaluateAll(List<AccessRequest> requests) {
    List<Decision> decisions = PolicyDecisionPoint.super.evaluateAll(requests);
    if (has(Fault.ANSWERS_MANY_BACKWARDS)) {
      return List.copyOf(decisions.reversed());
    }
    return has(Fault.FORGETS_THE_LAST_OF_MANY) && !decisions.isEmpty()
        ? decisions.subList(0, decisions.size() - 1)
        : decisions;
  }

  /** The question before, if another thread asked it. */
  private synchronized AccessRequest swapped(AccessRequest request) {
    AccessRequest before = lastAsker == Thread.currentThread() ? request : last;
    lastAsker = Thread.currentThread();
    last = request;
    return before;
  }

  private Decision decide(AccessRequest request) {
    Subject subject = request.subject();
    if (has(Fault.STUMBLES_OVER_A_BROKEN_CHARACTER) && subject.spiffeId().contains("\uD800")) {
      throw new IllegalArgumentException("not a character");
    }
    if (has(Fault.STAYS_DOWN_AFTER_NONSENSE) && subject.spiffeId().contains("\0")) {
      closed = true;
    }
    if (has(Fault.PERMITS_AN_EMPTY_NAME) && subject.spiffeId().isEmpty()) {
      return UsualPermit.of(request);
    }
    boolean lead = subject.role().equals("lead-engineer") && !has(Fault.PERMITS_NOBODY);
    if (lead) {
      return permit(request);
    }
    if (has(Fault.PERMITS_WHOM_IT_DOES_NOT_KNOW) && subject.kind() == Subject.Kind.UNKNOWN) {
      return permit(request);
    }
    return has(Fault.ANSWERS_A_STRANGER_WITH_NULL) ? nothing() : new Decision.Deny("not the lead");
  }

  @SuppressWarnings("NullAway") // the fault is to break the promise that there is an answer
  private static Decision nothing() {
    return null;
  }

  private Decision permit(AccessRequest request) {
    Instant now = request.context().now();
    if (has(Fault.PERMITS_TO_WRITE_WHO_ASKS_TO_READ)) {
      return new Decision.Permit(Scope.READ_WRITE, now.plusSeconds(5));
    }
    if (has(Fault.PERMITS_TO_READ_WHO_ASKS_TO_WRITE)) {
      return new Decision.Permit(Scope.READ_ONLY, now.plusSeconds(5));
    }
    if (has(Fault.PERMITS_FOR_EVER)) {
      return UsualPermit.of(request, Instant.MAX);
    }
    if (has(Fault.PERMIT_HAS_ENDED_ALREADY)) {
      return UsualPermit.of(request, now.minus(Duration.ofSeconds(1)));
    }
    return UsualPermit.of(request);
  }

  @Override
  public void close() {
    closes++;
    closed = true;
    if (closes == 2 && has(Fault.CANNOT_BE_CLOSED_TWICE)) {
      throw new IllegalStateException("closed already");
    }
  }
}
