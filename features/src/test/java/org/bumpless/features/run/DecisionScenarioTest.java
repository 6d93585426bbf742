package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.result.Certification;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decision point of a product is asked, as scenarios. */
class DecisionScenarioTest {
  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench();
  }

  /** Decides by the policy, with one thing changed. */
  private record Other(UnaryOperator<Decision> said) implements PolicyDecisionPoint {
    @Override
    public Decision evaluate(AccessRequest request) {
      Decision own = new HandWrittenPdp().evaluate(request);
      return said.apply(own);
    }

    @Override
    public void close() {}
  }

  private Outcome drive(PolicyDecisionPoint pdp) {
    return Driving.shipped(bench.decisionPoint(Optional.of(pdp)), folder, "@pdp");
  }

  @Test
  void aSoundDecisionPointPassesAndItIsSaidWhatItWasAsked() {
    Outcome outcome = drive(new HandWrittenPdp());

    assertThat(outcome.scenarios())
        .hasSize(2)
        .allSatisfy(
            scenario -> {
              assertThat(scenario.standing().word()).isEqualTo("PASS");
              assertThat(scenario.evidence().getFirst())
                  .matches(
                      "(\\d+) of \\1 questions asked: \\d+ permits and \\d+ denials, 0 of them.*");
            });
  }

  @Test
  void aWrongDecisionFails() {
    assertThat(drive(new Other(_ -> new Decision.Deny("no"))).scenarios())
        .extracting(scenario -> scenario.standing().word())
        .containsOnly("FAIL");
  }

  @Test
  void noAnswerIsInconclusiveAndAnAnswerAgainstTheInterfaceFails() {
    assertThat(words(Lack.LATE)).containsOnly("INCONCLUSIVE");
    assertThat(words(Lack.NOT_BOOLEAN)).containsOnly("FAIL");
  }

  private Set<String> words(Lack lack) {
    return Set.copyOf(
        drive(new Other(_ -> new Indeterminate(lack, "told"))).scenarios().stream()
            .map(ScenarioResult::standing)
            .map(Standing::word)
            .toList());
  }

  @Test
  void withoutADecisionPointItIsNotApplicableAndThatIsSeen() {
    bench.decisionPoint(Optional.empty());
    Outcome outcome = Driving.shipped(bench, folder, "@pdp");

    assertThat(outcome.scenarios())
        .hasSize(2)
        .extracting(ScenarioResult::standing)
        .containsOnly(new Standing.NotApplicable("fake names no pdp in its sut.yaml"));
    assertThat(
            Certification.requirements(
                Driving.catalogue(), bench.sut(), Set.of(), outcome.scenarios()))
        .filteredOn(r -> r.requirement().id().equals("DEC-06"))
        .extracting(RequirementResult::standing)
        .containsExactly(new Standing.NotApplicable("fake names no pdp in its sut.yaml"));
  }

  @Test
  void aProductThatDoesNotDeclareOneIsNotHeldToIt() {
    bench.features(Set.of(Feature.MUTUAL_TLS));

    assertThat(Driving.shipped(bench, folder, "@pdp").scenarios())
        .extracting(ScenarioResult::standing)
        .containsOnly(new Standing.NotApplicable("fake does not declare external-pdp"));
  }
}
