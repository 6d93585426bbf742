package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.features.testing.Products;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Runs in which the product, the bench or whoever started it gives up. */
class FeatureRunBrokenOffTest extends FeatureRunning {
  @Test
  void aProductThatEndedBeforeAScenarioMakesItInconclusiveAndNothingIsTried() {
    AtomicInteger reached = new AtomicInteger();
    bench.productEnds("the product has ended by itself with code 137");
    bench.stations().fate(FeatureRunning::lost);
    bench.product(
        (b, call, operation) -> {
          reached.incrementAndGet();
          return Products.closed(b, call, operation);
        });

    assertThat(verdict(only(ATTACK)))
        .isEqualTo(new Verdict.Inconclusive("the product has ended by itself with code 137"));
    assertThat(reached).hasValue(0);
  }

  @Test
  void aProductThatEndsDuringAnAttackStopsNothingByThat() {
    bench.product(
        (b, call, operation) -> {
          b.productEnds("the product has ended by itself with code 139");
          return Products.closed(b, call, operation);
        });

    assertThat(verdict(only(ATTACK)))
        .isEqualTo(new Verdict.Inconclusive("the product has ended by itself with code 139"));
  }

  @Test
  void aProductWhoseEndTakesTheOperatorsViewFails() {
    bench.product(
        (b, call, operation) -> {
          b.productEnds("the product has ended by itself with code 139");
          b.stations().fate(FeatureRunning::lost);
          return Products.closed(b, call, operation);
        });

    assertThat(verdict(only(ATTACK))).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aBenchThatCannotBeBroughtBackIsInconclusive() {
    bench.obstacle(Optional.of("SCADA-1 has not seen [LIC-101] for 5000 ms"));

    assertThat(verdict(only(WORK)))
        .isEqualTo(new Verdict.Inconclusive("SCADA-1 has not seen [LIC-101] for 5000 ms"));
    assertThat(verdict(only(WORK))).as("the next one").isEqualTo(new Verdict.Pass());
  }

  @Test
  void stationsThatStayBlindBetweenTwoScenariosAreAFinding() {
    bench.obstacle(Optional.empty());
    bench.obstacle(Optional.of("SCADA-1 has not seen [LIC-101] for 5000 ms"));
    bench.product(
        (b, call, operation) -> {
          b.stations().fate(FeatureRunning::lost);
          return Products.sound(b, call, operation);
        });

    List<ScenarioResult> results =
        Driving.text(bench, folder, WORK + second(WORK, "set again")).scenarios();

    assertThat(verdict(results.get(0))).isEqualTo(new Verdict.Pass());
    assertThat(verdict(results.get(1))).isInstanceOf(Verdict.Fail.class);
    assertThat(verdict(results.get(1)).reasons())
        .anySatisfy(
            r -> assertThat(r).contains("of SCADA-1: 4 of 10 polls missed, 4 of them lost"));
  }

  @Test
  void aBenchThatThrowsWhenItIsBroughtBackIsInconclusive() {
    bench.restoring(
        () -> {
          throw new IllegalStateException("the plant has stopped scanning");
        });

    assertThat(verdict(only(WORK)))
        .isEqualTo(
            new Verdict.Inconclusive(
                "the bench could not be brought back to its beginning:"
                    + " java.lang.IllegalStateException: the plant has stopped scanning"));
  }

  @Test
  void afterAnInterruptNothingPassesAnyMore() {
    AtomicInteger reached = new AtomicInteger();
    bench.product(
        (b, call, operation) -> {
          if (reached.incrementAndGet() == 2) {
            Thread.currentThread().interrupt();
          }
          return Products.sound(b, call, operation);
        });
    String three = WORK + second(WORK, "set again") + second(WORK, "set a third time");

    List<ScenarioResult> results = Driving.text(bench, folder, three).scenarios();

    assertThat(results)
        .extracting(r -> r.name() + " " + r.standing().word())
        .containsExactly("set PASS", "set again INCONCLUSIVE", "set a third time UNTESTED");
    assertThat(Thread.currentThread().isInterrupted()).as("the caller is told").isTrue();
    assertThat(reached).hasValue(2);
  }

  @Test
  void aRunThatIsToStopDrivesNoFurtherScenario() {
    bench.product(
        (b, call, operation) -> {
          b.stop();
          return Products.closed(b, call, operation);
        });

    List<ScenarioResult> results =
        Driving.text(bench, folder, WORK + second(WORK, "set again")).scenarios();

    assertThat(results)
        .extracting(r -> r.name() + " " + r.standing().word())
        .containsExactly("set INCONCLUSIVE", "set again UNTESTED");
  }

  @Test
  void whatComesAfterTheTimeOfTheProfileIsInconclusive() {
    bench.product(
        (b, call, operation) -> {
          b.clock().spend(Duration.ofMinutes(3));
          return Products.sound(b, call, operation);
        });
    String three = WORK + second(WORK, "set again") + second(WORK, "set a third time");

    assertThat(Driving.text(bench, folder, three).scenarios())
        .extracting(r -> r.standing().word())
        .endsWith("INCONCLUSIVE");
  }
}
