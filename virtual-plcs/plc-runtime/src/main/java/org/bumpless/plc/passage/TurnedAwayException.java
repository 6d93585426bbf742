package org.bumpless.plc.passage;

import java.io.IOException;

/** A product that was asked for a way and gave an answer, which is kept as it was. */
public final class TurnedAwayException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean refused;

  /**
   * @param message what it said, with its own code, and who it is
   * @param refused whether that is a no; not if it would have let the client pass and found nobody
   *     behind
   */
  public TurnedAwayException(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  /** Whether the client was told no. */
  public boolean refused() {
    return refused;
  }
}
