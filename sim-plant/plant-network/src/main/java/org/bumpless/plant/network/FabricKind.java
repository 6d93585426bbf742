package org.bumpless.plant.network;

/** What the plant's network is made of. */
public enum FabricKind {
  /**
   * Addresses of 127.0.0.0/8, one for each asset: no isolation, so ways around a product cannot be
   * observed.
   */
  LOOPBACK("loopback");

  private final String label;

  FabricKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
