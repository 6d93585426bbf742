/**
 * The OPC UA client that drives every operation and is the instrument of its latency.
 *
 * <p>It speaks on a blocking socket, on the caller's thread: no event loop, no hand-over between
 * threads, no reconnecting behind one's back. Milo gives the encoders, the chunk codec and the
 * channel security; the order of steps (Hello, OpenSecureChannel, CreateSession, ActivateSession)
 * is a plain sequence here. Milo's own client would not do: its state machines reconnect by
 * themselves, its sockets cannot be made inside another host, and it puts its channel handler at
 * the very head of the pipeline, where TLS would have to stand.
 */
@NullMarked
package org.bumpless.endpoint.opcua.client;

import org.jspecify.annotations.NullMarked;
