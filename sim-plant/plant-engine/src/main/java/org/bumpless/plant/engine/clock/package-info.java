/**
 * The bench's clocks: the machine's own, and one that a driver moves by hand.
 *
 * <p>{@link org.bumpless.plant.engine.clock.RealClock} is the only place of the plant that asks the
 * machine for the time. All else gets a {@link org.bumpless.plant.time.NanoClock} handed in, so
 * that the same code runs in real time, in a virtual run and in a test.
 */
@NullMarked
package org.bumpless.plant.engine.clock;

import org.jspecify.annotations.NullMarked;
