/**
 * How much latency a conduit may have, from the process itself: delay, jitter and loss are put into
 * what crosses it until something leaves its limit.
 *
 * <p>In virtual time and without sockets; the same seed gives the same figures to the last bit.
 * Wires are delayed as values; a supervisory function is the least that an operator or a SCADA
 * sequence does: it sees the controlled value late and shuts down or sets back late. Its own
 * thinking takes no time, so what people need comes off the figure.
 */
@NullMarked
package org.bumpless.runner.sweep;

import org.jspecify.annotations.NullMarked;
