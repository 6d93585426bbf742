package org.bumpless.plant.network.netns;

import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ZoneId;

/**
 * What joins zones: the product, in all its conduits at once, or the conduits without a product
 * between two zones.
 *
 * @param id that of its node
 * @param zones those in which it has a leg
 * @param conduits those it stands for
 */
record Joint(NodeId id, Set<ZoneId> zones, List<Conduit> conduits) {
  Joint {
    conduits = List.copyOf(conduits);
  }

  /** From one zone to another across a joint. */
  record Hop(Joint joint, ZoneId from, ZoneId to) {}
}
