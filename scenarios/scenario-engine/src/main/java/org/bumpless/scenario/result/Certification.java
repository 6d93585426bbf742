package org.bumpless.scenario.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Rolls scenarios up to requirements, and those to the verdict of the run. */
public final class Certification {
  private Certification() {}

  /**
   * How each requirement of a catalogue stands.
   *
   * @param means what the bench has: a requirement that needs more is not measurable
   */
  public static List<RequirementResult> requirements(
      Catalogue catalogue, Sut sut, Set<Means> means, List<ScenarioResult> scenarios) {
    return catalogue.requirements().stream()
        .map(r -> requirement(r, sut, means, scenarios))
        .toList();
  }

  private static RequirementResult requirement(
      Requirement requirement, Sut sut, Set<Means> means, List<ScenarioResult> scenarios) {
    List<ScenarioResult> his =
        scenarios.stream().filter(s -> s.requirements().contains(requirement.id())).toList();
    List<Verdict> verdicts = judged(his);
    return new RequirementResult(
        requirement,
        standing(requirement, sut, means, verdicts),
        his.stream().map(ScenarioResult::name).distinct().toList());
  }

  private static Standing standing(
      Requirement requirement, Sut sut, Set<Means> means, List<Verdict> verdicts) {
    if (!verdicts.isEmpty()) {
      return new Standing.Judged(RollUp.of(verdicts, "no scenario was judged"));
    }
    return requirement
        .inapplicable(sut)
        .<Standing>map(Standing.NotApplicable::new)
        .or(() -> requirement.unobservable(means).map(Standing.NotMeasurable::new))
        .orElseGet(() -> new Standing.Untested("no scenario of this run verifies it"));
  }

  /**
   * What stands in the way of a certificate: requirements that the profile needs and that no
   * scenario of the run verified.
   */
  public static Optional<Verdict> unverified(
      List<RequirementResult> requirements, Profile profile) {
    List<String> open =
        requirements.stream()
            .filter(r -> profile.needs().contains(r.requirement().level()))
            .filter(r -> r.standing() instanceof Standing.Untested)
            .map(r -> r.requirement().id())
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Verdict.Inconclusive(
                "no scenario of this run verifies %s, which profile %s needs: a run of all scenarios would settle it"
                    .formatted(String.join(", ", open), profile.id())));
  }

  /**
   * The verdict of the run: all judged scenarios, and what was found outside of them.
   *
   * @param outside verdicts on what belongs to no scenario, for example a write that came late
   */
  public static Verdict run(List<ScenarioResult> scenarios, List<Verdict> outside) {
    List<Verdict> all = new ArrayList<>(outside);
    all.addAll(judged(scenarios));
    List<ScenarioResult> judged =
        scenarios.stream().filter(s -> s.standing() instanceof Standing.Judged).toList();
    if (!refusalSeen(judged)) {
      all.add(
          new Verdict.Inconclusive(
              "no attack was driven: a product that stops nothing would look the same"));
    }
    return RollUp.of(all, "no scenario was driven");
  }

  /** A conformance scenario asks for refusals itself, but of its part of the product only. */
  private static boolean refusalSeen(List<ScenarioResult> judged) {
    return judged.stream().anyMatch(s -> s.kind() == Kind.ATTACK)
        || (!judged.isEmpty() && judged.stream().allMatch(s -> s.kind() == Kind.CONFORMANCE));
  }

  static List<Verdict> judged(List<ScenarioResult> scenarios) {
    return scenarios.stream()
        .map(ScenarioResult::standing)
        .filter(Standing.Judged.class::isInstance)
        .map(Standing.Judged.class::cast)
        .map(Standing.Judged::verdict)
        .toList();
  }
}
