package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Requirement.Level;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.verdict.Standing;
import org.junit.jupiter.api.Test;

class ApplicabilityTest {
  @Test
  void requirementsAreTheTagsThatTheCatalogueKnows() throws BadFileException {
    assertThat(
            applicability(Set.of(), Set.of(Level.CORE))
                .requirements(List.of("@attack", "@IDN-01", "@IDN-99", "@T0859", "@SAF-01")))
        .containsExactly("IDN-01", "SAF-01");
  }

  @Test
  void techniquesAreTheTagsThatLookLikeOne() {
    assertThat(
            Applicability.techniques(
                List.of("@attack", "@T0859", "@T0846.001", "@TEST", "@DEC-01")))
        .containsExactly("T0859", "T0846.001");
  }

  @Test
  void everyFeatureThatARequirementNeedsMustBeDeclared() throws BadFileException {
    List<String> tags = List.of("@IDN-01", "@DEC-03", "@SAF-01");

    assertThat(
            applicability(Set.of(Feature.MUTUAL_TLS, Feature.CHANGE_WINDOW), Set.of(Level.CORE))
                .obstacle(tags))
        .isEmpty();
    assertThat(applicability(Set.of(Feature.MUTUAL_TLS), Set.of(Level.CORE)).obstacle(tags))
        .contains(new Standing.NotApplicable("fake does not declare change-window"));
  }

  @Test
  void whatNeedsNoFeatureAppliesToEveryProduct() throws BadFileException {
    assertThat(applicability(Set.of(), Set.of(Level.CORE)).obstacle(List.of("@SAF-01", "@MNT-01")))
        .isEmpty();
  }

  @Test
  void extendedRequirementsApplyWhereTheProfileAsks() throws BadFileException {
    List<String> tags = List.of("@ROL-01");

    assertThat(applicability(Set.of(), Set.of(Level.CORE)).obstacle(tags)).isPresent();
    assertThat(applicability(Set.of(), Set.of(Level.CORE, Level.EXTENDED)).obstacle(tags))
        .isEqualTo(Optional.empty());
  }

  private static Applicability applicability(Set<Feature> features, Set<Level> needs)
      throws BadFileException {
    Profile profile =
        new Profile(
            "p",
            "a profile",
            "",
            needs,
            Duration.ofMinutes(4),
            new LatencyPlan(Duration.ofSeconds(1), Duration.ofSeconds(1), 1));
    return new Applicability(
        Driving.catalogue(), new FakeBench().features(features).sut(), profile, Set.of());
  }
}
