/** Random numbers from a run's seed, with a state that a snapshot can hold. */
@NullMarked
package org.bumpless.plant.engine.random;

import org.jspecify.annotations.NullMarked;
