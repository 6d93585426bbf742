package org.bumpless.plc.st.type;

/** A function block (6.6.3); its instances have a state. */
public record BlockType(String name) implements Type {
  @Override
  public Carrier carrier() {
    return Carrier.OBJECT;
  }
}
