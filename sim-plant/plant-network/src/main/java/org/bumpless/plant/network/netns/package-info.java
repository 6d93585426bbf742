/**
 * A plant network of its own (DESIGN section 5): every asset is a host in a network namespace, a
 * zone is a bridge, and what stands in a conduit is a namespace with a leg in each of its zones.
 *
 * <p>{@link org.bumpless.plant.network.netns.NetworkPlan} works out addresses and routes from the
 * plant and touches nothing; {@link org.bumpless.plant.network.netns.RoundTrips} refuses plants
 * whose connections one set of routes cannot carry; {@link
 * org.bumpless.plant.network.netns.Network} makes what is planned, and {@link
 * org.bumpless.plant.network.netns.Trial} makes a small one to learn whether the host can. A
 * namespace has no name in the file system: it lives as long as the bench holds it open or
 * something runs in it, so a bench that is killed leaves nothing.
 */
@NullMarked
package org.bumpless.plant.network.netns;

import org.jspecify.annotations.NullMarked;
