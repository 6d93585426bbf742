package org.bumpless.plant.cable;

/** Which way a frame goes on a cable. */
public enum Direction {
  /** From the host that is plugged in to the switch of the zone. */
  TO_SWITCH("away from it"),
  /** From the switch to the host that is plugged in. */
  TO_HOST("to it");

  private final String words;

  Direction(String words) {
    this.words = words;
  }

  /** For people, of the host that is plugged in. */
  public String inWords() {
    return words;
  }
}
