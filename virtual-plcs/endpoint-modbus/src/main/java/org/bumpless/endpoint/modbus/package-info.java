/**
 * Modbus TCP on the bench: the server that a controller runs, and the client that measures.
 *
 * <p>The two halves share nothing but the numbers of the standard ({@code pdu}), so that an error
 * in one is seen by the other. The server leaves decoding and encoding to j2mod, but not the
 * socket: j2mod's listeners share a process image per port, hang at their sixth connection and let
 * wrong protocol ids pass. The client is written from the standard alone, because a library's
 * queues and threads would be part of every latency.
 */
@NullMarked
package org.bumpless.endpoint.modbus;

import org.jspecify.annotations.NullMarked;
