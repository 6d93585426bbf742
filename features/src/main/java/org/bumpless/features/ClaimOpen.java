package org.bumpless.features;

/**
 * A claim that could not be judged, or a precondition that did not come about; ends the scenario
 * INCONCLUSIVE.
 */
public final class ClaimOpen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClaimOpen(String message) {
    super(message);
  }
}
