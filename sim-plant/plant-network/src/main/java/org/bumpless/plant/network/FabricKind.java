package org.bumpless.plant.network;

/** What the plant's network is made of. */
public enum FabricKind {
  /**
   * Addresses of 127.0.0.0/8, one for each asset: no isolation, so ways around a product cannot be
   * observed.
   */
  LOOPBACK("loopback", "on the loopback: ways around the product cannot be observed"),
  /** A network namespace for each asset, with no way out of the bench. */
  NETNS("netns", "of its own: every asset a host, no way out");

  private final String label;
  private final String words;

  FabricKind(String label, String words) {
    this.label = label;
    this.words = words;
  }

  public String label() {
    return label;
  }

  /** For people, after the word "network". */
  public String inWords() {
    return words;
  }
}
