package org.bumpless.runner.run;

import java.time.Duration;
import java.util.List;

/**
 * How long a run drives its scenarios.
 *
 * @param atLeast they are driven again, round after round, until so much time has passed; zero for
 *     one round
 * @param soak whether the bench is watched not to grow meanwhile
 */
public record Length(Duration atLeast, boolean soak) {
  /** One round. */
  public static final Length ONCE = new Length(Duration.ZERO, false);

  /** The words that somebody would type for it. */
  public List<String> typed() {
    return equals(ONCE)
        ? List.of()
        : List.of(soak ? "--soak" : "--duration", atLeast.toSeconds() + "s");
  }
}
