package org.bumpless.scenario.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CertificationTest {
  private static final Verdict PASS = new Verdict.Pass();
  private static final Verdict FAIL = new Verdict.Fail("LIC-1.SP changed");
  private static final Verdict OPEN = new Verdict.Inconclusive("too few samples");
  private static final Requirement ANY = requirement("MNT-01", Optional.empty(), Optional.empty());
  private static final Requirement TLS =
      requirement("IDN-01", Optional.of(Feature.MUTUAL_TLS), Optional.empty());
  private static final Requirement BYPASS =
      requirement("ENF-05", Optional.empty(), Optional.of(Means.NETNS));
  private static final Catalogue CATALOGUE = new Catalogue(Map.of(), List.of(ANY, TLS, BYPASS));

  @Test
  void aRequirementStandsAsItsScenariosRollUp() {
    assertThat(standing(ANY, judged(Kind.MAINTENANCE, PASS, "MNT-01"))).isEqualTo("PASS");
    assertThat(
            standing(
                ANY,
                judged(Kind.MAINTENANCE, PASS, "MNT-01"),
                judged(Kind.MAINTENANCE, OPEN, "MNT-01")))
        .isEqualTo("INCONCLUSIVE");
    assertThat(
            standing(
                ANY,
                judged(Kind.MAINTENANCE, OPEN, "MNT-01"),
                judged(Kind.ATTACK, FAIL, "IDN-01", "MNT-01")))
        .isEqualTo("FAIL");
  }

  @Test
  void whatNoScenarioOfTheRunVerifiesIsUntestedAndNeverPass() {
    assertThat(standing(ANY, judged(Kind.ATTACK, PASS, "IDN-01"))).isEqualTo("UNTESTED");
    assertThat(standing(ANY)).isEqualTo("UNTESTED");
  }

  @Test
  void whatTheProductDoesNotDeclareIsNotApplicable() {
    RequirementResult result = result(TLS, Set.of(), Set.of());

    assertThat(result.standing())
        .isEqualTo(new Standing.NotApplicable("pep does not declare mutual-tls"));
    assertThat(result(TLS, Set.of(Feature.MUTUAL_TLS), Set.of()).standing().word())
        .isEqualTo("UNTESTED");
  }

  @Test
  void whatTheFabricCannotShowIsNotMeasurable() {
    assertThat(result(BYPASS, Set.of(), Set.of()).standing().word()).isEqualTo("NOT MEASURABLE");
    assertThat(result(BYPASS, Set.of(), Set.of(Means.NETNS)).standing().word())
        .isEqualTo("UNTESTED");
  }

  @Test
  void whatIsAskedForRefusalsItselfNeedsNoAttackBesideIt() {
    ScenarioResult asked = judged(Kind.CONFORMANCE, PASS, "DEC-06");

    assertThat(Certification.run(List.of(asked), List.of())).isEqualTo(PASS);
    assertThat(
            Certification.run(List.of(asked, judged(Kind.MAINTENANCE, PASS, "MNT-01")), List.of()))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aScenarioThatWasNotDrivenProvesNothing() {
    ScenarioResult skipped = scenario(Kind.ATTACK, new Standing.NotApplicable("x"), "MNT-01");

    assertThat(standing(ANY, skipped)).isEqualTo("UNTESTED");
    assertThat(Certification.run(List.of(skipped), List.of(PASS)))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void everyRequirementOfTheCatalogueIsListedWithItsScenarios() {
    List<RequirementResult> results =
        Certification.requirements(
            CATALOGUE,
            sut(Set.of()),
            Set.of(),
            List.of(
                judged(Kind.MAINTENANCE, PASS, "MNT-01"),
                judged(Kind.MAINTENANCE, PASS, "MNT-01")));

    assertThat(results)
        .extracting(r -> r.requirement().id())
        .containsExactly("MNT-01", "IDN-01", "ENF-05");
    assertThat(results.getFirst().scenarios()).containsExactly("a scenario");
  }

  @Test
  void aRunThatDroveNoAttackProvesNothing() {
    Verdict verdict =
        Certification.run(List.of(judged(Kind.MAINTENANCE, PASS, "MNT-01")), List.of());

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Inconclusive(
                "no attack was driven: a product that stops nothing would look the same"));
    assertThat(Certification.run(List.of(), List.of(PASS)))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aFailIsNotHiddenByARunThatDroveNoAttack() {
    assertThat(Certification.run(List.of(judged(Kind.MAINTENANCE, FAIL, "MNT-01")), List.of()))
        .isEqualTo(FAIL);
  }

  @Test
  void whatWasFoundOutsideOfScenariosCounts() {
    List<ScenarioResult> good = List.of(judged(Kind.ATTACK, PASS, "IDN-01"));

    assertThat(Certification.run(good, List.of())).isEqualTo(PASS);
    assertThat(Certification.run(good, List.of(FAIL))).isEqualTo(FAIL);
    assertThat(Certification.run(good, List.of(OPEN, PASS))).isEqualTo(OPEN);
  }

  private static String standing(Requirement requirement, ScenarioResult... scenarios) {
    return Certification.requirements(
            CATALOGUE, sut(Set.of(Feature.MUTUAL_TLS)), Set.of(Means.NETNS), List.of(scenarios))
        .stream()
        .filter(r -> r.requirement().equals(requirement))
        .map(r -> r.standing().word())
        .findFirst()
        .orElseThrow();
  }

  private static RequirementResult result(
      Requirement requirement, Set<Feature> features, Set<Means> means) {
    return Certification.requirements(
            new Catalogue(Map.of(), List.of(requirement)), sut(features), means, List.of())
        .getFirst();
  }

  private static ScenarioResult judged(Kind kind, Verdict verdict, String... requirements) {
    return scenario(kind, new Standing.Judged(verdict), requirements);
  }

  private static ScenarioResult scenario(Kind kind, Standing standing, String... requirements) {
    return new ScenarioResult(
        "x.feature:1",
        "a scenario",
        "a feature",
        kind,
        List.of(requirements),
        List.of(),
        standing,
        0,
        1,
        List.of(),
        List.of(),
        Meanwhile.NOTHING);
  }

  private static Requirement requirement(
      String id, Optional<Feature> feature, Optional<Means> measurable) {
    return new Requirement(id, "text", "source", Requirement.Level.CORE, feature, measurable);
  }

  private static Sut sut(Set<Feature> features) {
    return new Sut(
        "pep",
        "A product",
        "a maker's product",
        Path.of("."),
        new Deployment.Builtin("direct"),
        new Access.Transparent(),
        features,
        Optional.empty(),
        Map.of());
  }
}
