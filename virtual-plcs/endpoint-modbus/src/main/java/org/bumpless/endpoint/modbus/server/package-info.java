/**
 * The Modbus server of a controller.
 *
 * <p>Bytes become frames in {@code FrameReader}, frames become checked j2mod requests in {@code
 * RequestDecoder}, requests become changes and answers in {@code Functions}; only {@code
 * Connection} knows sockets. j2mod decodes and encodes, after everything it would accept too
 * readily (byte counts, coil values, trailing bytes) has been refused.
 *
 * <p>What the standard leaves open is decided as the usual controllers do:
 *
 * <ul>
 *   <li>A range that holds one unmapped address is refused whole, with exception 2; so is a write
 *       that would touch a read-only tag. Nothing of a refused request is applied.
 *   <li>Units 0 and 255 and the configured one are this controller (messaging guide V1.0b,
 *       4.4.1.2); any other is a device behind a gateway that is not there: exception 0x0B.
 *   <li>A wrong protocol id or an impossible length ends the connection: the stream can no longer
 *       be trusted.
 *   <li>A silent connection is kept for as long as TCP keeps it.
 * </ul>
 *
 * <p>Each connection has a platform thread of its own with a small stack: virtual threads made the
 * slowest thousandth of the answers ten times slower.
 */
@NullMarked
package org.bumpless.endpoint.modbus.server;

import org.jspecify.annotations.NullMarked;
