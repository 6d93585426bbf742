/**
 * The books of the plant: every change that took hold must be explained by an operation that the
 * plant wanted, exactly once, and every wanted operation must have taken hold.
 *
 * <p>This is what makes "denied" plus a changed tag a FAIL, whatever the product said, and what
 * finds a write that was delivered twice or late.
 */
@NullMarked
package org.bumpless.scenario.ledger;

import org.jspecify.annotations.NullMarked;
