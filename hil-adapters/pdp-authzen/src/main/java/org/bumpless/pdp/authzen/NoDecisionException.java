package org.bumpless.pdp.authzen;

import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Lack;

/** A question that got no answer, or one that cannot be used. */
public final class NoDecisionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Lack lack;

  public NoDecisionException(Lack lack, String message) {
    super(message);
    this.lack = lack;
  }

  /**
   * What the asker has in the place of a decision.
   *
   * @param asked who was asked, for example {@code PDP at http://127.0.0.1:8181}
   */
  public Decision.Indeterminate decision(String asked) {
    return new Decision.Indeterminate(lack, asked + ": " + getMessage());
  }
}
