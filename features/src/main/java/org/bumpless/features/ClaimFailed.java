package org.bumpless.features;

/** A claim of a scenario that was judged FAIL; ends the scenario. */
public final class ClaimFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  public ClaimFailed(String message) {
    super(message);
  }
}
