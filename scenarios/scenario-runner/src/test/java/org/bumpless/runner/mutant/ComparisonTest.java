package org.bumpless.runner.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.runner.mutant.Results.failed;
import static org.bumpless.runner.mutant.Results.inconclusive;
import static org.bumpless.runner.mutant.Results.notApplicable;
import static org.bumpless.runner.mutant.Results.passed;

import java.util.List;
import java.util.Set;
import org.bumpless.scenario.result.ScenarioResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
  private static final Set<String> BREAKS = Set.of("ENF-01");

  @Test
  void aScenarioThatFailsWithTheMutantAndPassesWithTheControlHasCaughtIt() {
    assertThat(fate(List.of(passed("a"), passed("b")), passed("a"), failed("b", "ENF-01")))
        .isEqualTo(
            new Fate.Caught(
                List.of(new Fate.Catch("b", "scenario b", List.of("ENF-01"), "seen in b"))));
  }

  @Test
  void allThatCatchAreTold() {
    assertThat(fate(List.of(passed("a"), passed("b")), failed("a"), failed("b")))
        .isInstanceOfSatisfying(
            Fate.Caught.class,
            caught ->
                assertThat(caught.catches())
                    .extracting(Fate.Catch::scenario)
                    .containsExactly("a", "b"));
  }

  @ParameterizedTest
  @MethodSource("controlsThatDidNotPass")
  void aFailureIsNoCatchWhereTheControlDidNotPass(List<ScenarioResult> control) {
    assertThat(fate(control, failed("b")))
        .isInstanceOfSatisfying(
            Fate.Open.class,
            open -> assertThat(open.doubts()).singleElement().asString().contains("seen in b"));
  }

  static List<List<ScenarioResult>> controlsThatDidNotPass() {
    return List.of(
        List.of(failed("b")),
        List.of(inconclusive("b")),
        List.of(notApplicable("b")),
        List.of(passed("a")),
        List.of());
  }

  @Test
  void aDoubtDoesNotOutweighACatch() {
    assertThat(fate(List.of(inconclusive("a"), passed("b")), failed("a"), failed("b")))
        .isInstanceOfSatisfying(
            Fate.Caught.class,
            caught ->
                assertThat(caught.catches()).extracting(Fate.Catch::scenario).containsExactly("b"));
  }

  @Test
  void whatIsInconclusiveIsNoCatchButLeavesTheFateOpenWhereItMayShowTheFault() {
    List<ScenarioResult> control = List.of(passed("a"), passed("b"));
    assertThat(fate(control, passed("a"), inconclusive("b", "ENF-01")))
        .isInstanceOf(Fate.Open.class);
    assertThat(fate(control, passed("a"), inconclusive("b", "LAT-01")))
        .isEqualTo(new Fate.Survived(2));
  }

  @Test
  void aMutantThatPassesEverythingHasSurvived() {
    assertThat(fate(List.of(passed("a")), passed("a"), notApplicable("b")))
        .isEqualTo(new Fate.Survived(1));
    assertThat(fate(List.of())).isEqualTo(new Fate.Survived(0));
  }

  private static Fate fate(List<ScenarioResult> control, ScenarioResult... mutant) {
    return new Comparison(control).fate(BREAKS, List.of(mutant));
  }
}
