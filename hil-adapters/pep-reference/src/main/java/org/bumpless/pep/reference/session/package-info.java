/**
 * Sessions of the reference product: from an accepted connection over handshake and decision to the
 * relay between two sockets.
 *
 * <p>Nothing is dialled before a permit, so no byte of a client that is refused can reach a
 * controller. Each session has two platform threads of its own, one for each direction: virtual
 * threads or an event loop would be cheaper and would pay with the tail of the latency. Two timers
 * watch over all sessions: one needs no I/O and ends what has run out, whatever state the PDP is
 * in; the other asks the PDP again. Revoking closes the bare sockets without a TLS goodbye, because
 * a goodbye waits for a client that does not read.
 */
@NullMarked
package org.bumpless.pep.reference.session;

import org.jspecify.annotations.NullMarked;
