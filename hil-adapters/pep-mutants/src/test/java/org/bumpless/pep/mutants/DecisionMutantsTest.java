package org.bumpless.pep.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.pep.mutants.Workbench.ANNA;
import static org.bumpless.pep.mutants.Workbench.NOW;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.records.FactsException;
import org.bumpless.adapter.records.KnownSubject;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Reevaluation;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mutants whose fault lies in how they decide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionMutantsTest {
  private static final Grant LAST =
      new Grant(Scope.READ_WRITE, NOW.plusSeconds(2), NOW.plusSeconds(2));
  private static final Judgement REFUSED = new Judgement.Refused("no ticket");
  private static final Judgement UNDECIDED = new Judgement.Undecided("silent");
  private static final Judgement GRANTED =
      new Judgement.Granted(Scope.READ_ONLY, NOW.plusSeconds(4), false);

  private Workbench bench;

  @BeforeAll
  void start() throws IOException {
    bench = new Workbench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void secondFactorAssumedChangesNothingElseOfASubject() throws FactsException {
    KnownSubject known =
        new KnownSubject(Subject.Kind.PERSON, false, Set.of("finance"), "clerk", false);
    ReferenceParts sound = bench.sound().withSubjects(id -> known);

    assertThat(bench.broken(new SecondFactorAssumed(), sound).subjects().find(ANNA))
        .isEqualTo(new KnownSubject(Subject.Kind.PERSON, true, Set.of("finance"), "clerk", false));
  }

  @Test
  void secondFactorAssumedStillKnowsNobodyThatTheDirectoryDoesNotKnow() throws FactsException {
    ReferenceParts sound = bench.sound().withSubjects(id -> KnownSubject.NOBODY);

    assertThat(bench.broken(new SecondFactorAssumed(), sound).subjects().find(ANNA).kind())
        .isEqualTo(Subject.Kind.UNKNOWN);
  }

  @Test
  void windowIgnoredOpensEveryWindowAndInventsNoTicket() throws FactsException {
    Ticket past = new Ticket("CHG-1", NOW.minusSeconds(90), NOW.minusSeconds(30));
    Ticket future = new Ticket("CHG-2", NOW.plusSeconds(30), NOW.plusSeconds(90));
    ReferenceParts sound = bench.sound().withTickets((subject, asset) -> List.of(past, future));

    assertThat(
            bench.broken(new WindowIgnored(), sound).tickets().find(ANNA, Workbench.controller()))
        .hasSize(2)
        .allMatch(ticket -> ticket.opens().isBefore(NOW) && NOW.isBefore(ticket.closes()));
    assertThat(bench.broken(new WindowIgnored()).tickets().find(ANNA, Workbench.controller()))
        .isEmpty();
  }

  @Test
  void failsOpenTakesOnlySilenceForAPermit() {
    assertThat(decided(new FailsOpen(), UNDECIDED))
        .isInstanceOfSatisfying(
            Judgement.Granted.class,
            granted -> {
              assertThat(granted.scope()).isEqualTo(Scope.READ_WRITE);
              assertThat(granted.until()).isAfter(NOW);
            });
    assertThat(decided(new FailsOpen(), REFUSED)).isEqualTo(REFUSED);
    assertThat(decided(new FailsOpen(), GRANTED)).isEqualTo(GRANTED);
  }

  @Test
  void revocationOnlyLoggedKeepsARefusedSessionAsItWas() {
    Reevaluation broken = bench.broken(new RevocationOnlyLogged()).reevaluation();
    Reevaluation sound = bench.sound().reevaluation();
    Instant later = NOW.plusSeconds(1);

    assertThat(sound.after(LAST, REFUSED, later)).isEmpty();
    assertThat(broken.after(LAST, REFUSED, later))
        .hasValueSatisfying(
            grant -> {
              assertThat(grant.scope()).isEqualTo(LAST.scope());
              assertThat(grant.end()).isAfter(LAST.end());
            });
    assertThat(broken.after(LAST, GRANTED, later)).isEqualTo(sound.after(LAST, GRANTED, later));
    assertThat(broken.after(LAST, UNDECIDED, later)).isEqualTo(sound.after(LAST, UNDECIDED, later));
    assertBeginsLike(sound, broken);
  }

  @Test
  void noIslandModeEndsSessionsWhenThereIsNoDecision() {
    Reevaluation broken = bench.broken(new NoIslandMode()).reevaluation();
    Reevaluation sound = bench.sound().reevaluation();

    assertThat(sound.after(LAST, UNDECIDED, NOW)).contains(LAST);
    assertThat(broken.after(LAST, UNDECIDED, NOW)).isEmpty();
    assertThat(broken.after(LAST, GRANTED, NOW)).isEqualTo(sound.after(LAST, GRANTED, NOW));
    assertThat(broken.after(LAST, REFUSED, NOW)).isEmpty();
    assertBeginsLike(sound, broken);
  }

  @Test
  void factsThatCannotBeHadStayUnknown() {
    ReferenceParts silent =
        bench
            .sound()
            .withSubjects(
                id -> {
                  throw new FactsException("silent");
                })
            .withTickets(
                (subject, asset) -> {
                  throw new FactsException("silent");
                });

    assertThatThrownBy(() -> bench.broken(new SecondFactorAssumed(), silent).subjects().find(ANNA))
        .isInstanceOf(FactsException.class);
    assertThatThrownBy(
            () ->
                bench
                    .broken(new WindowIgnored(), silent)
                    .tickets()
                    .find(ANNA, Workbench.controller()))
        .isInstanceOf(FactsException.class);
  }

  private static void assertBeginsLike(Reevaluation sound, Reevaluation broken) {
    Judgement.Granted first = new Judgement.Granted(Scope.READ_ONLY, NOW.plusSeconds(5), true);
    assertThat(broken.first(first, NOW)).isEqualTo(sound.first(first, NOW));
  }

  private Judgement decided(ReferenceMutant mutant, Judgement sound) {
    return bench
        .broken(mutant, bench.sound().withDecisions(inquiry -> sound))
        .decisions()
        .decide(Workbench.inquiry());
  }
}
