/**
 * The seams of the reference product: each judgement that it makes stands behind one small
 * interface, and all of them in one record. A mutant of the product replaces one and leaves the
 * others as they are.
 */
@NullMarked
package org.bumpless.pep.reference.parts;

import org.jspecify.annotations.NullMarked;
