/**
 * Time as the bench knows it: integer ticks of the plant and a clock that is handed in, never
 * looked up.
 */
@NullMarked
package org.bumpless.plant.time;

import org.jspecify.annotations.NullMarked;
