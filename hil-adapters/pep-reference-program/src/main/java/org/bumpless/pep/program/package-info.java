/**
 * The reference enforcement point as a program: the same product as inside the bench, told by a
 * file of its own what the bench's site pack says there.
 *
 * <p>The file names doors with what lies behind them, and no plant: a product in a plant is told
 * what it has to enforce and not the plant's process. It is read once. Certificate and key are
 * looked at again and again, so that a renewed one is taken up without a signal: the JVM keeps the
 * signals that others use for that for itself.
 */
@NullMarked
package org.bumpless.pep.program;

import org.jspecify.annotations.NullMarked;
