package org.bumpless.plant.model;

import java.util.List;

/**
 * A request that reached a controller and was answered by it, seen from inside the controller.
 *
 * @param nanos bench clock when the request had been read from the wire
 * @param peer address and port it came from: the product, if one stands in the way
 * @param request what was asked, in the protocol's own words, for example {@code FC3 holding 100 x
 *     10}
 * @param tags the tags that it touched
 * @param writes whether it asked to change something
 * @param accepted whether the controller carried it out, or refused it with an exception of its own
 */
public record Served(
    long nanos,
    AssetId controller,
    Protocol protocol,
    String peer,
    String request,
    List<TagId> tags,
    boolean writes,
    boolean accepted) {
  public Served {
    tags = List.copyOf(tags);
  }
}
