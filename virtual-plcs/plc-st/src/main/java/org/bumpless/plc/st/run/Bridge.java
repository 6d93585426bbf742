package org.bumpless.plc.st.run;

/**
 * Leads from numbers to the variables of one start of a program, many at a time and with what
 * {@link Cell} makes of each. Classes of it are made for a program and the variables that a
 * controller needs of it, so that the JVM compiles each move to one or two instructions.
 */
public abstract class Bridge {
  /** Gives variables their numbers, in the order of their links. */
  public abstract void load(double[] numbers);

  /** Reads variables into numbers. */
  public abstract void store(double[] numbers);
}
