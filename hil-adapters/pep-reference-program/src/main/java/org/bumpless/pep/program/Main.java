package org.bumpless.pep.program;

import org.bumpless.adapter.program.ForegroundProgram;
import org.bumpless.plant.engine.clock.RealClock;

/**
 * {@code java org.bumpless.pep.program.Main FILE}: the reference enforcement point in the
 * foreground. TERM and Ctrl-C end it in order, with exit code 0. 64 is wrong usage, 65 a bad
 * configuration, 69 something that it cannot have, 70 a fault of its own.
 */
public final class Main {
  private Main() {}

  /** Runs until told to stop. */
  public static void main(String[] arguments) {
    ForegroundProgram.run(() -> new Program(System.err, new RealClock()).run(arguments));
  }
}
