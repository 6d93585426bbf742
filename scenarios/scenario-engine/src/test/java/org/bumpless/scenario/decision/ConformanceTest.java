package org.bumpless.scenario.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pdp.UsualPermit;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.check.DecisionCheck;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** The scoring, against a decision point that is written by hand and one fault at a time. */
class ConformanceTest {
  private static final Site SITE =
      new Site(
          "tank-farm",
          new AssetId("LIC-101"),
          new AssetId("LIC-402"),
          Instant.parse("2026-03-01T08:00:00Z"));
  private static final List<Question> QUESTIONS = Questions.all(new SplittableRandom(1));

  private record ByHand(UnaryOperator<AccessRequest> seen, UnaryOperator<Decision> said)
      implements PolicyDecisionPoint {
    @Override
    public Decision evaluate(AccessRequest request) {
      return said.apply(new HandWrittenPdp().evaluate(seen.apply(request)));
    }

    @Override
    public void close() {}
  }

  private static Score score(PolicyDecisionPoint pdp) {
    return new Conformance(pdp, SITE, 1).score(QUESTIONS);
  }

  private static Verdict verdict(PolicyDecisionPoint pdp) {
    return DecisionCheck.asThePolicyMeans(score(pdp));
  }

  private static Score scoreOfSaid(UnaryOperator<Decision> said) {
    return score(new ByHand(r -> r, said));
  }

  @Test
  void aSoundDecisionPointPasses() {
    Score score = scoreOfSaid(d -> d);

    assertThat(DecisionCheck.asThePolicyMeans(score)).isEqualTo(new Verdict.Pass());
    assertThat(score.asked()).isEqualTo(QUESTIONS.size());
    assertThat(score.permits() + score.denials()).isEqualTo(QUESTIONS.size());
    assertThat(score.pairs()).isGreaterThan(2_000);
  }

  @Test
  void manyAtOnceScoreTheSame() {
    ByHand pdp = new ByHand(r -> r, d -> d);

    assertThat(new Conformance(pdp, SITE, 50).score(QUESTIONS)).isEqualTo(score(pdp));
  }

  @Test
  void aForgottenSecondFactorIsToldByItsSimplestQuestion() {
    Score score = score(new ByHand(ConformanceTest::withFactor, d -> d));

    assertThat(score.findings()).hasSize(1).allMatch(f -> f.fault() == Fault.PERMITTED);
    assertThat(score.findings().getFirst().differs()).containsExactly(Fact.NO_SECOND_FACTOR);
    assertThat(score.findings().getFirst().inWords())
        .startsWith(
            "a person, without a second factor, with a valid certificate, of controls-engineering,"
                + " as engineer, at a healthy device, asks for LIC-101, at L1, of SL-T 2, reads,"
                + " over modbus-tcp, in the midst of the window of a change ticket, by no declared"
                + " flow: expected a denial, got: permit, read only until 2026-03-01T08:00:05Z"
                + " [differs from a typical case of maintenance, reading only in: second factor"
                + " (without a second factor);");
    assertThat(score.findings().stream().mapToInt(Finding::questions).sum())
        .isEqualTo(score.wrong());
    assertThat(score.breaches()).as("to lose what is not looked at gains nothing").isEmpty();
  }

  private static AccessRequest withFactor(AccessRequest r) {
    Subject s = r.subject();
    return new AccessRequest(
        new Subject(
            s.spiffeId(), s.kind(), true, s.svidValid(), s.groups(), s.role(), s.edrHealthy()),
        r.action(),
        r.resource(),
        r.context());
  }

  @Test
  void aSecondFactorThatIsHeldAgainstSomebodyBreaksARule() {
    Score score =
        score(
            new ByHand(
                r -> {
                  Subject s = r.subject();
                  return new AccessRequest(
                      new Subject(
                          s.spiffeId(),
                          s.kind(),
                          !s.mfa(),
                          s.svidValid(),
                          s.groups(),
                          s.role(),
                          s.edrHealthy()),
                      r.action(),
                      r.resource(),
                      r.context());
                },
                d -> d));

    assertThat(score.breaches())
        .anySatisfy(
            breach -> {
              assertThat(breach.rule()).isEqualTo(Rule.FACTOR_TAKEN);
              assertThat(breach.example())
                  .startsWith(
                      "taking the second factor away turned a denial into a permit: a person,");
            });
  }

  @Test
  void aPermitMustNotGoFurtherThanWhatWasAskedOrThanTheWindow() {
    assertThat(faults(d -> d instanceof Permit p ? new Permit(Scope.READ_WRITE, p.until()) : d))
        .containsExactly(Fault.OTHER_SCOPE);
    assertThat(faults(d -> until(d, SITE.now().plus(Duration.ofMinutes(61)))))
        .containsExactlyInAnyOrder(Fault.BEYOND_WINDOW, Fault.TOO_LONG);
    assertThat(faults(d -> until(d, SITE.now()))).containsExactly(Fault.OVER);
    assertThat(faults(d -> until(d, SITE.now().plusNanos(1)))).isEmpty();
  }

  private static List<Fault> faults(UnaryOperator<Decision> said) {
    return scoreOfSaid(said).findings().stream().map(Finding::fault).distinct().toList();
  }

  private static Decision until(Decision decision, Instant until) {
    return decision instanceof Permit p ? new Permit(p.scope(), until) : decision;
  }

  @Test
  void whoDeniesOrPermitsEverythingIsToldOnATypicalQuestion() {
    assertThat(verdict(new ByHand(r -> r, _ -> new Deny("no"))).reasons())
        .first()
        .asString()
        .contains("expected a permit, got: deny, no [this is a typical case of");
    Score permissive =
        score(
            new PolicyDecisionPoint() {
              @Override
              public Decision evaluate(AccessRequest request) {
                return UsualPermit.of(request);
              }

              @Override
              public void close() {}
            });
    assertThat(permissive.findings()).allMatch(f -> f.differs().size() == 1);
    assertThat(permissive.breaches())
        .extracting(Score.Breach::rule)
        .containsExactlyInAnyOrder(Rule.CERTIFICATE_LOST, Rule.DEVICE_INFECTED, Rule.STRANGER);
  }

  @Test
  void silenceIsNoDenialAndIsNotWaitedForForEver() {
    AtomicInteger asked = new AtomicInteger();
    PolicyDecisionPoint silent =
        new PolicyDecisionPoint() {
          @Override
          public Decision evaluate(AccessRequest request) {
            asked.incrementAndGet();
            return new Indeterminate(Lack.LATE, "no answer within 500 ms");
          }

          @Override
          public void close() {}
        };
    Score score = score(silent);

    assertThat(asked).hasValue(20);
    assertThat(score.denials()).isZero();
    assertThat(score.findings()).isEmpty();
    assertThat(DecisionCheck.asThePolicyMeans(score))
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            v ->
                assertThat(v.why().getFirst())
                    .isEqualTo(
                        "no decision on 20 questions: no answer in time, for example: no answer"
                            + " within 500 ms"));
  }

  @Test
  void oneMissingAnswerIsEnoughNotToPassAndABreachOfTheInterfaceFails() {
    assertThat(DecisionCheck.asThePolicyMeans(withOne(Lack.LATE)).word()).isEqualTo("INCONCLUSIVE");
    for (Lack lack : Lack.values()) {
      Score score = withOne(lack);
      assertThat(score.lacks()).containsOnlyKeys(lack);
      assertThat(score.wrong()).as(lack.words()).isZero();
      assertThat(DecisionCheck.asThePolicyMeans(score).word())
          .as(lack.words())
          .isEqualTo(lack.breach() ? "FAIL" : "INCONCLUSIVE");
    }
  }

  private static Score withOne(Lack lack) {
    AtomicInteger asked = new AtomicInteger();
    return scoreOfSaid(
        d -> asked.incrementAndGet() == 100 ? new Indeterminate(lack, "the hundredth") : d);
  }
}
