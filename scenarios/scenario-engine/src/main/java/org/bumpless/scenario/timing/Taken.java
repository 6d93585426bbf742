package org.bumpless.scenario.timing;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What has been measured.
 *
 * @param injected what the delaying relay added to each operation
 * @param idle share of the host's processors that nobody used while requests went through the
 *     product, 0 to 1; empty where the host does not tell
 */
public record Taken(Map<Arm, Samples> arms, Injected injected, OptionalDouble idle) {
  public Taken {
    arms = Map.copyOf(arms);
  }
}
