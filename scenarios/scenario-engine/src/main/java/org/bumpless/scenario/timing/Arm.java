package org.bumpless.scenario.timing;

/** A way on which latency is measured, in turn with the others. */
public enum Arm {
  /** Past the product. */
  DIRECT("direct"),
  /** Past the product once more: what differs between these two is noise. */
  DIRECT_AGAIN("direct'"),
  /** Through the product. */
  PRODUCT("product"),
  /** Past the product, through a relay of the bench's own that keeps nothing. */
  NULL_RELAY("null relay"),
  /** The same through a relay that keeps every request for a known time. */
  DELAYING_RELAY("relay + known delay");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether it shows what the instrument is worth, not the product. */
  public boolean testsTheInstrument() {
    return this == NULL_RELAY || this == DELAYING_RELAY;
  }
}
