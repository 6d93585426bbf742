package org.bumpless.plc.st.type;

/** Whole numbers within bounds (6.4.4.4). */
public record SubrangeType(String name, Elementary of, long low, long high) implements Type {
  @Override
  public Carrier carrier() {
    return of.carrier();
  }

  @Override
  public Type base() {
    return of;
  }
}
