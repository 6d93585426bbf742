/**
 * S7comm as the controllers of brownfield plants speak it: ISO transport on TCP (RFC 1006, ISO 8073
 * class 0), and above it the protocol that its maker never published. What is known of it is in the
 * mspec of Apache PLC4X and in Wireshark's dissector, whose names are used here.
 *
 * <p>Five stops of one request: {@code codec.Packets} cuts the stream into packets; {@code codec}
 * makes a request of one, by PLC4X where it can and by hand where it cannot (start, stop, download,
 * system status lists); {@code server.Dialogue} carries it out; {@code mapping} knows which tag
 * lies at which byte; the scan applies it.
 */
@NullMarked
package org.bumpless.endpoint.s7;

import org.jspecify.annotations.NullMarked;
