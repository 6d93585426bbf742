package org.bumpless.scenario.timing;

import org.bumpless.scenario.verdict.Verdict;

/**
 * What was found about the load that a conduit carries.
 *
 * @param flow along which it was raised, in words
 * @param direct past the product: what the host and the bench carry by themselves
 * @param product through it
 * @param neededHz requests per second that the plant's own flows send through the conduit
 */
public record LoadFinding(String flow, Knee direct, Knee product, int neededHz) {

  /** Whether the product carries what the plant needs. */
  public Verdict verdict() {
    if (product.keptHz() >= neededHz) {
      return new Verdict.Pass();
    }
    String seen =
        "the plant needs %,d requests a second through the product, and its budget: %s"
            .formatted(neededHz, product.told());
    return product.brokenHz() <= neededHz && direct.keptHz() >= neededHz
        ? new Verdict.Fail(seen)
        : new Verdict.Inconclusive(
            seen + "; past the product: " + direct.told() + ": a faster host would settle it");
  }
}
