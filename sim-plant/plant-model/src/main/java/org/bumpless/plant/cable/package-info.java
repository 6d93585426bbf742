/** Cables and what can be wrong with them. */
@NullMarked
package org.bumpless.plant.cable;

import org.jspecify.annotations.NullMarked;
