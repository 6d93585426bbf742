package org.bumpless.scenario.timing;

/**
 * The load up to which a way keeps its budget, between two bounds.
 *
 * @param keptHz requests per second at which it was kept; 0 if it was kept at none that was tried
 * @param brokenHz at which it was not; {@link #NONE} if it was kept at all that were tried
 */
public record Knee(int keptHz, int brokenHz) {
  public static final int NONE = Integer.MAX_VALUE;

  /** For people. */
  public String told() {
    if (brokenHz == NONE) {
      return "it is kept at %,d requests a second, the most that was tried".formatted(keptHz);
    }
    return keptHz == 0
        ? "it is not kept even at %,d requests a second".formatted(brokenHz)
        : "it is kept at %,d requests a second and not at %,d".formatted(keptHz, brokenHz);
  }
}
