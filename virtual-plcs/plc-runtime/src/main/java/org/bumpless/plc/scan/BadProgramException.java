package org.bumpless.plc.scan;

/** A text is no program: its message tells where and why, and what would be one. */
public final class BadProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadProgramException(String problems, Throwable cause) {
    super(problems, cause);
  }
}
