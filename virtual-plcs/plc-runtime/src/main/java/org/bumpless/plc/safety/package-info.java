/**
 * Safety instrumented systems (IEC 61511-1): logic solvers with sensors and final elements of their
 * own.
 *
 * <p>A logic solver scans in lock-step with the process and knows no network: no product can stand
 * in its loop. What it does is told as {@link org.bumpless.plant.model.SafetyEvent}s. {@link
 * org.bumpless.plc.safety.FunctionLogic} is the pure core: one safety function from scan to scan.
 */
@NullMarked
package org.bumpless.plc.safety;

import org.jspecify.annotations.NullMarked;
