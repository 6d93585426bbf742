/**
 * Servo axes: a motor that moves a slide by a screw, as in machine tools, and the part of its drive
 * that stops it. The loops that position it run in a controller, once a millisecond, and that
 * millisecond is what such a plant has to lose.
 *
 * <p>Equations: a rigid body with viscous friction behind a current loop of first order (G. Ellis,
 * Control System Design Guide, chapters on drives and on motion control); Coulomb friction for the
 * holding brake and for a guide that binds. Figures are those of a usual axis of 1 kW; none is of a
 * maker. The drive stops by itself when its set-point and its position are too far apart, which
 * drives call a following error or a contouring error; IEC 61800-7-201 (the profile CiA 402) has
 * its window as object 6065h.
 *
 * <p>The torque command is held until the next; so the linear part is solved exactly over internal
 * steps of 100 us, and only the moment at which a command arrives is rounded to them.
 */
@NullMarked
package org.bumpless.plant.engine.servo;

import org.jspecify.annotations.NullMarked;
