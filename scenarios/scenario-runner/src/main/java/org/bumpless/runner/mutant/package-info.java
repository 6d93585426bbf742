/**
 * The bench tried on products that are broken on purpose.
 *
 * <p>A bench that passes everything looks like a bench that tests well. So the sound product is
 * driven first, as the control, and then each {@link org.bumpless.adapter.pep.Mutant} of it. A
 * scenario has caught a mutant only if it fails with the mutant and passes with the control in the
 * same session: what fails with both says nothing about the fault, and what is inconclusive says
 * nothing at all.
 */
@NullMarked
package org.bumpless.runner.mutant;

import org.jspecify.annotations.NullMarked;
