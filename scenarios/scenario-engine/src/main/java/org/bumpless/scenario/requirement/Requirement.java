package org.bumpless.scenario.requirement;

import java.util.Optional;
import org.bumpless.adapter.sut.Feature;

/**
 * One demand on a product.
 *
 * @param id family and number, for example {@code IDN-01}; scenarios carry it as a tag
 * @param source standard with clause, tenet or technique
 * @param feature what a product must declare for it to be applicable; empty if every product is
 *     held to it
 * @param measurable what the bench needs to observe it, for example {@code netns}; empty if any
 *     bench can
 */
public record Requirement(
    String id,
    String text,
    String source,
    Level level,
    Optional<Feature> feature,
    Optional<String> measurable) {
  private static final String SIS = "sis";

  /** How binding it is. */
  public enum Level {
    CORE,
    EXTENDED
  }

  /** The family, for example {@code IDN}. */
  public String family() {
    return id.substring(0, id.indexOf('-'));
  }

  /**
   * Why a bench cannot observe whether it is met; empty if it can.
   *
   * @param fabric what the plant's network is made of
   */
  public Optional<String> unobservable(String fabric) {
    return measurable
        .filter(needs -> !needs.equals(fabric))
        .map(
            needs ->
                needs.equals(SIS)
                    ? "no safety controller runs in this bench"
                    : "the " + fabric + " fabric cannot show it; " + needs + " can");
  }
}
