package org.bumpless.scenario.timing;

import java.util.Map;

/**
 * What has been measured.
 *
 * @param injected what the delaying relay added to each operation
 * @param host what it was like meanwhile
 */
public record Taken(Map<Arm, Samples> arms, Injected injected, HostNoise host) {
  public Taken {
    arms = Map.copyOf(arms);
  }
}
