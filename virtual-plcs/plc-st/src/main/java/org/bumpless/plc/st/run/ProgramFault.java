package org.bumpless.plc.st.run;

/** A program has done what a controller stops for, such as a division by zero. */
public final class ProgramFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line of the program
   */
  public ProgramFault(int line, String what) {
    super("line " + line + ": " + what);
    this.line = line;
  }

  /** Where it happened. */
  public int line() {
    return line;
  }
}
