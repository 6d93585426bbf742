package org.bumpless.scenario.profile;

import java.time.Duration;
import java.util.Set;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.timing.LatencyPlan;

/**
 * What a product is certified against.
 *
 * @param tags Cucumber tag expression of the scenarios that belong to it; empty for all
 * @param needs which levels of requirements count; at least one
 * @param maxDuration after this time no further scenario is begun
 * @param latency how long and how often latency is measured; all arms fit into {@code maxDuration}
 */
public record Profile(
    String id,
    String title,
    String tags,
    Set<Requirement.Level> needs,
    Duration maxDuration,
    LatencyPlan latency) {
  public Profile {
    needs = Set.copyOf(needs);
  }
}
