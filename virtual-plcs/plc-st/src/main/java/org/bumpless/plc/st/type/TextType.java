package org.bumpless.plc.st.type;

/**
 * STRING or WSTRING (6.3.3).
 *
 * @param length the most characters that it can have
 */
public record TextType(boolean wide, int length) implements Type {
  /** Of a string whose length nobody says. */
  public static final int USUAL = 254;

  @Override
  public String name() {
    return (wide ? "WSTRING" : "STRING") + "[" + length + "]";
  }

  @Override
  public Carrier carrier() {
    return Carrier.OBJECT;
  }
}
