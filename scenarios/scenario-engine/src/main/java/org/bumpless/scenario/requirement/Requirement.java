package org.bumpless.scenario.requirement;

import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;

/**
 * One demand on a product.
 *
 * @param id family and number, for example {@code IDN-01}; scenarios carry it as a tag
 * @param source standard with clause, tenet or technique
 * @param feature what a product must declare for it to be applicable; empty if every product is
 *     held to it
 * @param measurable what the bench needs to observe it; empty if any bench can
 */
public record Requirement(
    String id,
    String text,
    String source,
    Level level,
    Optional<Feature> feature,
    Optional<Means> measurable) {

  /** How binding it is. */
  public enum Level {
    CORE,
    EXTENDED
  }

  /** The family, for example {@code IDN}. */
  public String family() {
    return id.substring(0, id.indexOf('-'));
  }

  /** Why a product is not held to it; empty if it is. */
  public Optional<String> inapplicable(Sut sut) {
    if (feature.isEmpty()) {
      return Optional.empty();
    }
    Feature needed = feature.get();
    if (!sut.features().contains(needed)) {
      return Optional.of(sut.id() + " does not declare " + needed.label());
    }
    return needed == Feature.EXTERNAL_PDP && sut.pdp().isEmpty()
        ? Optional.of(sut.id() + " names no pdp in its sut.yaml")
        : Optional.empty();
  }

  /**
   * Why a bench cannot observe whether it is met; empty if it can.
   *
   * @param means what the bench has
   */
  public Optional<String> unobservable(Set<Means> means) {
    return measurable.filter(needed -> !means.contains(needed)).map(Means::lack);
  }
}
