package org.bumpless.reports.sweep;

/** What the derived delay says of the budget in the plant file. */
public enum Judgement {
  /** The file allows more than the process bears. */
  LOOSER("looser than the physics", "fail"),
  /** The file allows no more than the process bears. */
  INSIDE("inside", "pass"),
  /**
   * Between a controller or a logic solver and its wires: no budget makes a product right there.
   */
  FORBIDDEN("nothing may stand here", "open"),
  /** No product is planned in the conduit, so the file has no budget that could be wrong. */
  NO_BUDGET("no budget in the file", "idle"),
  /** The function saves nothing, or nothing that needs it: no delay follows from it. */
  NOTHING_TO_SAVE("no limit follows", "idle");

  private final String words;
  private final String tone;

  Judgement(String words, String tone) {
    this.words = words;
    this.tone = tone;
  }

  public String words() {
    return words;
  }

  /** Class of its colour on a page. */
  public String tone() {
    return tone;
  }
}
