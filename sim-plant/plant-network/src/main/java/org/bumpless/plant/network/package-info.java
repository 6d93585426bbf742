/**
 * The fabric: hosts with addresses of their own and the doors of the product between them (DESIGN
 * section 5).
 *
 * <p>Everything above asks a {@link org.bumpless.plant.network.Host} for its sockets and threads
 * and does not know which fabric it runs on; that of network namespaces hands out sockets made
 * inside the host's namespace.
 */
@NullMarked
package org.bumpless.plant.network;

import org.jspecify.annotations.NullMarked;
