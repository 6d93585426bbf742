/**
 * The reference enforcement point: an identity-aware TLS proxy inside the bench, the yardstick that
 * the bench itself is tried with.
 *
 * <p>It is a product like any other: it knows the plant only through its site pack, reads the
 * plant's services over HTTP and asks its PDP over AuthZEN. It is assembled from {@link
 * org.bumpless.pep.reference.parts.ReferenceParts}, so that a deliberately broken variant differs
 * from it in one part and in nothing else.
 */
@NullMarked
package org.bumpless.pep.reference;

import org.jspecify.annotations.NullMarked;
