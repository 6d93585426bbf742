package org.bumpless.scenario.timing;

/** A way on which latency is measured, in turn with the others. */
public enum Arm {
  /** Past the product. */
  DIRECT("direct"),
  /** Past the product once more: what differs between these two is noise. */
  DIRECT_AGAIN("direct'"),
  /** Through the product. */
  PRODUCT("product");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
