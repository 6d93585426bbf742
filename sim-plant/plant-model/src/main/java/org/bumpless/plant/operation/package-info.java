/**
 * What a client can do to a controller, and what it sees come back, in words that hold for every
 * protocol.
 */
@NullMarked
package org.bumpless.plant.operation;

import org.jspecify.annotations.NullMarked;
