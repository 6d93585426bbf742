package org.bumpless.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link PolicyDecisionPoint} keeps to. */
@Timeout(120)
public abstract class PdpContract {
  private static final Duration PERMIT_MAX = Duration.ofHours(1);
  private static final int THREADS = 8;
  private static final int ROUNDS = 50;

  private PolicyDecisionPoint pdp;

  /**
   * Makes a decision point ready that decides by the reference policy, or by one that permits
   * {@link #permitted} as well and strangers nothing.
   */
  protected abstract PolicyDecisionPoint create() throws Exception;

  /** A request that this decision point permits: without one, a rule about permits says nothing. */
  protected AccessRequest permitted(Action action) {
    return AccessRequests.leadEngineer(action);
  }

  @BeforeEach
  void open() throws Exception {
    pdp = create();
  }

  @AfterEach
  void close() {
    pdp.close();
  }

  @Test
  void pdp01_whatItsPolicyPermitsIsPermitted() {
    for (Action action : Action.values()) {
      assertThat(pdp.evaluate(permitted(action))).as(action.name()).isInstanceOf(Permit.class);
    }
  }

  @Test
  void pdp02_aPermitReachesNoFurtherThanTheQuestion() {
    assertThat(pdp.evaluate(permitted(Action.READ)))
        .isInstanceOfSatisfying(
            Permit.class, p -> assertThat(p.scope()).isEqualTo(Scope.READ_ONLY));
    assertThat(pdp.evaluate(permitted(Action.WRITE)))
        .isInstanceOfSatisfying(
            Permit.class, p -> assertThat(p.scope()).isEqualTo(Scope.READ_WRITE));
  }

  @Test
  void pdp03_aPermitEnds() {
    for (Action action : Action.values()) {
      AccessRequest request = permitted(action);
      Instant now = request.context().now();
      assertThat(pdp.evaluate(request))
          .isInstanceOfSatisfying(
              Permit.class, p -> assertThat(p.until()).isBetween(now, now.plus(PERMIT_MAX)));
    }
  }

  @Test
  void pdp04_nothingIsPermittedByDefault() {
    for (Subject.Kind kind : Subject.Kind.values()) {
      for (Action action : Action.values()) {
        assertThat(pdp.evaluate(AccessRequests.nobody(kind, action)))
            .as(action + " by " + kind)
            .isNotNull()
            .isNotInstanceOf(Permit.class);
      }
    }
  }

  @Test
  void pdp05_nonsenseIsNeitherPermittedNorAnException() {
    AccessRequests.garbage()
        .forEach(
            request -> {
              Decision decision = pdp.evaluate(request);
              assertThat(decision)
                  .as("decision on %.200s", request)
                  .isNotNull()
                  .isNotInstanceOf(Permit.class);
            });
    assertThat(pdp.evaluate(permitted(Action.READ)))
        .as("it still decides afterwards")
        .isInstanceOf(Permit.class);
  }

  @Test
  void pdp06_threadsDoNotMixUpTheirAnswers() throws Exception {
    List<Callable<List<String>>> askers = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      boolean known = thread % 2 == 0;
      Action action = thread % 4 < 2 ? Action.READ : Action.WRITE;
      askers.add(() -> wrongAnswers(known, action));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<List<String>> asked : threads.invokeAll(askers, 60, TimeUnit.SECONDS)) {
        assertThat(asked.get()).as("wrong answers").isEmpty();
      }
    }
  }

  @Test
  void pdp07_aClosedDecisionPointPermitsNothing() {
    pdp.close();

    for (Action action : Action.values()) {
      assertThat(pdp.evaluate(permitted(action)))
          .as(action.name())
          .isNotNull()
          .isNotInstanceOf(Permit.class);
    }
    assertThatCode(pdp::close).as("closed twice").doesNotThrowAnyException();
  }

  @Test
  void pdp08_anInterruptIsNoExceptionAndIsKept() {
    Thread.currentThread().interrupt();
    Throwable thrown = catchThrowable(() -> pdp.evaluate(permitted(Action.WRITE)));

    assertThat(Thread.interrupted()).as("interrupt kept").isTrue();
    assertThat(thrown).isNull();
  }

  @Test
  void pdp09_manyTogetherAreDecidedAsEachByItselfAndInTheirOrder() {
    List<AccessRequest> requests =
        List.of(
            permitted(Action.READ),
            AccessRequests.nobody(Subject.Kind.PERSON, Action.WRITE),
            permitted(Action.WRITE),
            AccessRequests.nobody(Subject.Kind.UNKNOWN, Action.READ));

    List<Decision> together = pdp.evaluateAll(requests);

    assertThat(together).isEqualTo(requests.stream().map(pdp::evaluate).toList());
    assertThat(pdp.evaluateAll(List.of())).isEmpty();
  }

  /**
   * What is wrong with the answers to one question; an answer that is missing under load is not.
   */
  private List<String> wrongAnswers(boolean known, Action action) {
    AccessRequest request =
        known ? permitted(action) : AccessRequests.nobody(Subject.Kind.PERSON, action);
    Scope scope = action == Action.READ ? Scope.READ_ONLY : Scope.READ_WRITE;
    List<String> wrong = new ArrayList<>();
    int permits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      switch (pdp.evaluate(request)) {
        case Permit permit -> {
          permits++;
          if (!known || permit.scope() != scope) {
            wrong.add(action + " by " + request.subject().spiffeId() + ": " + permit);
          }
        }
        case Decision.Deny deny -> {
          if (known) {
            wrong.add(action + " by " + request.subject().spiffeId() + ": " + deny);
          }
        }
        case Decision.Indeterminate ignored -> {}
      }
    }
    if (known && permits == 0) {
      wrong.add(action + " by " + request.subject().spiffeId() + ": never permitted");
    }
    return wrong;
  }
}
