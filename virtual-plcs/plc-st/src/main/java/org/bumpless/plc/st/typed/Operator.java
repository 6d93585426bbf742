package org.bumpless.plc.st.typed;

/** What can stand between two values (table 71). */
public enum Operator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  MODULO("MOD"),
  POWER("**"),
  AND("AND"),
  OR("OR"),
  XOR("XOR"),
  LESS("<"),
  GREATER(">"),
  LESS_EQUAL("<="),
  GREATER_EQUAL(">="),
  EQUAL("="),
  UNEQUAL("<>");

  private final String written;

  Operator(String written) {
    this.written = written;
  }

  public String written() {
    return written;
  }

  /** The operator that is written so. */
  public static Operator of(String text) {
    if (text.equals("&")) {
      return AND;
    }
    for (Operator operator : values()) {
      if (operator.written.equals(text)) {
        return operator;
      }
    }
    throw new IllegalArgumentException("no operator " + text);
  }

  public boolean compares() {
    return compareTo(LESS) >= 0;
  }

  public boolean logical() {
    return this == AND || this == OR || this == XOR;
  }
}
