package org.bumpless.plant.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Traffic that the plant needs: a client that talks to a server over a protocol. What no flow
 * declares has no business in the plant.
 *
 * @param id name of the flow; flows written with several servers share it
 * @param tags the server's tags that it uses
 * @param writes whether it may change them
 * @param period time between two polls; empty if it happens on demand
 * @param deadline the answer is of no use later than this after the intended time
 */
public record Flow(
    FlowId id,
    AssetId client,
    AssetId server,
    Protocol protocol,
    List<TagId> tags,
    boolean writes,
    Optional<Duration> period,
    Duration deadline) {
  public Flow {
    tags = List.copyOf(tags);
  }
}
