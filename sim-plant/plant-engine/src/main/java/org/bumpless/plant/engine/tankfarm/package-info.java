/**
 * Open tanks, each fed through a control valve and emptied by a pump: the process of the plant
 * {@code tank-farm}.
 *
 * <p>The model is as small as physical consequences allow: what is written to a controller must
 * show as a level that rises, a spill or a pump that runs dry. Sources: mass balance of an open
 * tank; linear inherent flow characteristic at constant pressure drop (IEC 60534-2-4); affinity law
 * of centrifugal pumps (flow proportional to speed); first-order lags for actuators; a level
 * transmitter that saturates at the limits of NAMUR NE 43. Lags are solved exactly over a step, the
 * volume with the flows of the step, so the balance holds to rounding whatever the step.
 *
 * <p>Each tank draws from a stream of its own, seeded by run seed and tank name: adding a tank
 * changes no other.
 */
@NullMarked
package org.bumpless.plant.engine.tankfarm;

import org.jspecify.annotations.NullMarked;
