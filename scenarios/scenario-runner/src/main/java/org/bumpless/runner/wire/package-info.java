/**
 * What passes the product, seen on the wire: kept as evidence for each scenario, and measured.
 *
 * <p>{@link org.bumpless.runner.wire.Wire} owns the one tap of a run; whoever wants frames listens
 * to it for a while.
 */
@NullMarked
package org.bumpless.runner.wire;

import org.jspecify.annotations.NullMarked;
