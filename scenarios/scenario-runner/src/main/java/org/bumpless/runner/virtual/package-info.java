/**
 * The bench in virtual time: plant, controllers, logic solvers, stations and a built-in product in
 * lock-step on one thread, from one seed, as fast as it goes.
 *
 * <p>Nothing here has a socket: what a client wants is asked of the product's logical form and then
 * queued into the controller, as an endpoint would. So a run gives verdicts on logic and none on
 * time, and the same seed gives the same history to the last byte. {@link
 * org.bumpless.runner.virtual.VirtualTime} is the clock: whoever waits moves the plant on.
 */
@NullMarked
package org.bumpless.runner.virtual;

import org.jspecify.annotations.NullMarked;
