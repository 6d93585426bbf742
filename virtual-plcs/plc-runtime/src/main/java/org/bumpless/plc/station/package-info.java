/**
 * The stations of a plant: HMIs and the aggregator, which poll controllers for ever, and the
 * historian.
 *
 * <p>They speak whatever protocol their flow names through {@link
 * org.bumpless.plc.protocol.ProtocolClient}. Polls are scheduled open loop: what could not be sent
 * in time is reported as missed with the time at which it was due.
 */
@NullMarked
package org.bumpless.plc.station;

import org.jspecify.annotations.NullMarked;
