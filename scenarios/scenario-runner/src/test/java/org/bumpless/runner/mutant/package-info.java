/** The trial of the bench, tried itself. */
@NullMarked
package org.bumpless.runner.mutant;

import org.jspecify.annotations.NullMarked;
