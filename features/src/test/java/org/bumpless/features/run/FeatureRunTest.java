package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.Products;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome.NoReply;
import org.bumpless.plant.operation.Outcome.Refused;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class FeatureRunTest extends FeatureRunning {
  @Test
  void whatIsClaimedAndSeenPasses() {
    assertThat(only(WORK).standing()).isEqualTo(judged(new Verdict.Pass()));
    assertThat(only(ATTACK).standing()).isEqualTo(judged(new Verdict.Pass()));
  }

  @Test
  void theResultTellsWhatItIsAbout() {
    ScenarioResult result = only(ATTACK);

    assertThat(result.name()).isEqualTo("plain");
    assertThat(result.feature()).isEqualTo("attack");
    assertThat(result.id()).endsWith("some.feature:3");
    assertThat(result.kind()).isEqualTo(ScenarioResult.Kind.ATTACK);
    assertThat(result.requirements()).containsExactly("ENF-04");
    assertThat(result.steps()).extracting(StepResult::text).first().asString().startsWith("Given ");
    assertThat(result.evidence())
        .containsExactly(
            "Anna at EWS-1: write SP = 85.0 on LIC-101 over modbus-tcp: refused, TLS alert: access"
                + " denied");
    assertThat(result.endNanos()).isGreaterThan(result.startNanos());
    assertThat(bench.history().all(Entry.Mark.class))
        .extracting(Entry.Mark::kind)
        .startsWith(Entry.Mark.Kind.SCENARIO_STARTED)
        .endsWith(Entry.Mark.Kind.SCENARIO_ENDED);
    assertThat(bench.history().all(Entry.Mark.class))
        .filteredOn(mark -> mark.kind() == Entry.Mark.Kind.STEP)
        .extracting(Entry.Mark::text)
        .containsExactlyElementsOf(result.steps().stream().map(StepResult::text).toList());
  }

  @Test
  void aClaimThatFailsFailsAndEndsTheScenario() {
    bench.product(Products::open);
    ScenarioResult result = only(ATTACK + "    And the stations have noticed nothing\n");

    assertThat(verdict(result)).isInstanceOf(Verdict.Fail.class);
    assertThat(verdict(result).reasons().getFirst())
        .isEqualTo("LIC-101.SP changed from 85.0 to 85.0");
    assertThat(result.steps())
        .extracting(StepResult::status)
        .endsWith(StepResult.Status.FAILED, StepResult.Status.SKIPPED);
  }

  @Test
  void whereNoProductStandsAnAttackShowsNothing() {
    ScenarioResult result = only(ATTACK.replace("at EWS-1", "at HMI-1"));

    assertThat(result.standing())
        .isEqualTo(
            judged(
                new Verdict.Inconclusive(
                    "no product stands between HMI-1 and LIC-101: nothing is shown there")));
    assertThat(bench.history().all(Entry.Act.class)).isEmpty();
  }

  @Test
  void deniedAndForwardedFails() {
    bench.product(Products::lying);

    assertThat(verdict(only(ATTACK))).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void anEffectThatNoSentenceAsksForFailsAllTheSame() {
    bench.product(
        (b, call, operation) -> {
          b.obey(call, new Operation.Write(tag("LIC-101.KP"), real(9)));
          return Products.closed(b, call, operation);
        });

    assertThat(verdict(only(ATTACK)).reasons())
        .containsExactly("LIC-101.KP changed from 9.0 to 9.0: no operation of anybody explains it");
  }

  @Test
  void aSentenceWithoutGlueIsInconclusive() {
    ScenarioResult result = only(ATTACK + "    And the moon is blue\n");

    assertThat(verdict(result))
        .isEqualTo(new Verdict.Inconclusive("no glue understands \"And the moon is blue\""));
    assertThat(result.steps().getLast().status()).isEqualTo(StepResult.Status.INCONCLUSIVE);
  }

  @Test
  void aSentenceWithoutGlueHidesNoBreach() {
    bench.product(Products::lying);

    assertThat(
            verdict(
                only(ATTACK.replace("    Then LIC-101.SP has not changed", "    Then whatever"))))
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aStepThatThrowsIsInconclusiveAndNeverPass() {
    bench.product(
        (b, call, operation) -> {
          throw new IllegalStateException("our own bug");
        });

    assertThat(verdict(only(ATTACK)))
        .isEqualTo(
            new Verdict.Inconclusive(
                "the glue itself failed: java.lang.IllegalStateException: our own bug"));
  }

  @Test
  void whatAWantedWriteDidBeforeItsClientFailedIsBlamedOnNobody() {
    bench.product(
        (b, call, operation) -> {
          b.obey(call, operation);
          throw new IllegalStateException("our own bug");
        });

    assertThat(verdict(only(WORK))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict(only(ATTACK)))
        .as("but a breach is a breach")
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aCheckerThatThrowsIsInconclusiveAndNeverPass() {
    bench.settling(
        () -> {
          throw new IllegalStateException("the plant has stopped scanning");
        });

    assertThat(verdict(only(ATTACK))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict(only(ATTACK)).reasons())
        .contains(
            "the scenario could not be judged: java.lang.IllegalStateException: the plant has"
                + " stopped scanning");
  }

  @Test
  void aScenarioThatClaimsNothingIsInconclusive() {
    assertThat(verdict(only(ATTACK.replace("    Then LIC-101.SP has not changed\n", ""))))
        .isEqualTo(new Verdict.Inconclusive("the scenario claims nothing"));
  }

  @Test
  void anAttackThatTriesNothingIsInconclusive() {
    String lame = ATTACK.replace("    When Anna tries to set LIC-101.SP to 85 %\n", "");

    assertThat(verdict(only(lame))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(
            verdict(
                only(
                    lame.replace(
                        "LIC-101.SP has not changed", "nothing in the plant has changed"))))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(
            verdict(only(lame.replace("LIC-101.SP has not changed", "Anna has learned nothing"))))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void legitimateWorkThatIsHinderedFailsThoughTheScenarioDoesNotAsk() {
    bench.product(Products::closed);
    String quiet =
        WORK.replace(
            "Then LIC-101.SP has changed to 62 % once", "Then the stations have noticed nothing");

    assertThat(verdict(only(quiet)).reasons().getFirst()).contains("was hindered");
  }

  @Test
  void legitimateWorkThatIsSwallowedWhileTheHostStandsStillIsInconclusive() {
    bench.stalls((from, to) -> (to - from) / 2);
    bench.product(
        (b, call, operation) -> {
          b.clock().spend(Duration.ofMillis(1_500));
          return new NoReply("nothing within 1500 ms");
        });

    assertThat(verdict(only(WORK))).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void whatAProductDoesNotDeclareIsNotApplicableAndNotDriven() {
    AtomicInteger reached = new AtomicInteger();
    bench.features(EnumSet.complementOf(EnumSet.of(Feature.MUTUAL_TLS)));
    bench.product(
        (b, call, operation) -> {
          reached.incrementAndGet();
          return Products.sound(b, call, operation);
        });

    ScenarioResult result = only(ATTACK);

    assertThat(result.standing())
        .isEqualTo(new Standing.NotApplicable("fake does not declare mutual-tls"));
    assertThat(result.steps()).isEmpty();
    assertThat(reached).hasValue(0);
  }

  @Test
  void whatTheProfileDoesNotAskForIsNotDriven() {
    assertThat(only(WORK.replace("MNT-01", "RES-02")).standing())
        .isEqualTo(new Standing.Untested("profile standard does not ask for it"));
    assertThat(only(WORK.replace("@MNT-01", "@MNT-01 @RES-02")).standing().word())
        .isEqualTo("PASS");
  }

  @Test
  void aScenarioKnowsNothingOfTheOneBefore() {
    String two =
        WORK
            + """

              @maintenance @MNT-01
              Scenario: somebody else's work
                When Anna sets LIC-101.SP to 63 %
                Then LIC-101.SP has changed to 63 % once
            """;

    List<ScenarioResult> results = Driving.text(bench, folder, two).scenarios();

    assertThat(verdict(results.get(0))).isEqualTo(new Verdict.Pass());
    assertThat(verdict(results.get(1)))
        .isEqualTo(new Verdict.Inconclusive("Anna was not introduced; known are []"));
  }

  @Test
  void aWriteThatIsDeliveredInTheNextScenarioIsFoundThere() {
    bench.product(
        new Products.Product() {
          private Optional<Runnable> late = Optional.empty();

          @Override
          public org.bumpless.plant.operation.Outcome react(
              FakeBench b, Call call, Operation operation) {
            late.ifPresent(Runnable::run);
            if (Products.sound(b, call, new Operation.Browse()) instanceof Refused refused) {
              late = Optional.of(() -> b.obey(call, operation));
              return refused;
            }
            late = Optional.empty();
            return Products.sound(b, call, operation);
          }
        });

    List<ScenarioResult> results =
        Driving.text(bench, folder, ATTACK + second(WORK, "set")).scenarios();

    assertThat(verdict(results.get(0)))
        .as("nothing could be seen then")
        .isEqualTo(new Verdict.Pass());
    assertThat(verdict(results.get(1)).reasons())
        .containsExactly(
            "LIC-101.SP changed from 85.0 to 85.0: Anna at EWS-1 tried this and had no right to");
  }

  @Test
  void noScenarioAtAllIsNoResult() {
    assertThat(Driving.shipped(bench, folder, "@no-such-tag").scenarios()).isEmpty();
  }
}
