/**
 * Broken variants of the reference product, by which the bench itself is tried ({@code bumpless
 * mutants}).
 *
 * <p>Each class is one mutant: the reference product with one of its {@link
 * org.bumpless.pep.reference.parts.ReferenceParts} exchanged for one that has a single fault, as
 * real products have had it, and that is sound in every other case. A new mutant is one such class
 * and one line in {@code META-INF/services/org.bumpless.adapter.pep.Mutant}.
 */
@NullMarked
package org.bumpless.pep.mutants;

import org.jspecify.annotations.NullMarked;
