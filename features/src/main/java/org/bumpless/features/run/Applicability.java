package org.bumpless.features.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.verdict.Standing;

/** Tells which requirements a scenario verifies and whether a product is held to them. */
final class Applicability {
  private final Catalogue catalogue;
  private final Sut sut;
  private final Profile profile;
  private final Set<Means> means;

  /**
   * @param means what the bench has
   */
  Applicability(Catalogue catalogue, Sut sut, Profile profile, Set<Means> means) {
    this.catalogue = catalogue;
    this.sut = sut;
    this.profile = profile;
    this.means = means;
  }

  /** The requirement ids among a scenario's tags. */
  List<String> requirements(List<String> tags) {
    return tags.stream()
        .map(t -> t.substring(1))
        .filter(t -> catalogue.find(t).isPresent())
        .toList();
  }

  /** The ATT&amp;CK technique ids among a scenario's tags. */
  static List<String> techniques(List<String> tags) {
    return tags.stream().map(t -> t.substring(1)).filter(t -> t.matches("T\\d{4}.*")).toList();
  }

  /** Why a scenario is not driven, if it is not. */
  Optional<Standing> obstacle(List<String> tags) {
    List<Requirement> verified =
        requirements(tags).stream().flatMap(id -> catalogue.find(id).stream()).toList();
    if (!verified.isEmpty()
        && verified.stream().noneMatch(r -> profile.needs().contains(r.level()))) {
      return Optional.of(new Standing.Untested("profile " + profile.id() + " does not ask for it"));
    }
    if (!means.contains(Means.REAL_TIME)
        && (tags.contains(FeatureRun.MEASURING) || tags.contains(FeatureRun.WIRE))) {
      return Optional.of(new Standing.NotMeasurable(Means.REAL_TIME.lack()));
    }
    for (Requirement requirement : verified) {
      Optional<Standing> obstacle =
          requirement
              .inapplicable(sut)
              .<Standing>map(Standing.NotApplicable::new)
              .or(() -> requirement.unobservable(means).map(Standing.NotMeasurable::new));
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }
}
