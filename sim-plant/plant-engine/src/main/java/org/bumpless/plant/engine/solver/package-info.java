/**
 * Solvers of ordinary differential equations.
 *
 * <p>Fixed steps are our own, allocate nothing and give the same bits on every machine; an
 * error-controlled one comes from Hipparchus, for models whose stiffness changes and whose cost per
 * step does not matter.
 */
@NullMarked
package org.bumpless.plant.engine.solver;

import org.jspecify.annotations.NullMarked;
