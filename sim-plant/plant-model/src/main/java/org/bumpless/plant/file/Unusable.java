package org.bumpless.plant.file;

/**
 * A part of a file that cannot be turned into anything; a problem has been recorded for it. Readers
 * leave the part out and go on with the next one.
 */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unusable() {
    super("part of a file with a problem recorded", null, false, false);
  }
}
