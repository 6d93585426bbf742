package org.bumpless.plc.st.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all units of a running program share; compiled programs extend it by their global variables
 * and functions.
 */
public abstract class StGlobals {
  /** When the scan began, nanoseconds; never goes back. */
  public long now;

  private @Nullable ProcessMemory memory;
  private int roundsLeft;

  /** Before the first scan. */
  void attach(ProcessMemory its) {
    memory = its;
  }

  /** A scan begins. */
  void begin(long nanos, int roundsMax) {
    now = nanos;
    roundsLeft = roundsMax;
  }

  /** A loop goes round once more. */
  public final void round(int line) {
    rounds(1, line);
  }

  /** A loop goes round some times more. */
  public final void rounds(int number, int line) {
    roundsLeft -= number;
    if (roundsLeft < 0) {
      throw new ProgramFault(line, "a loop that does not end");
    }
  }

  public final ProcessMemory memory() {
    return Objects.requireNonNull(memory);
  }
}
