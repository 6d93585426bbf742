/** Each mutant has its fault, in the case in question and in no other. */
@NullMarked
package org.bumpless.pep.mutants;

import org.jspecify.annotations.NullMarked;
