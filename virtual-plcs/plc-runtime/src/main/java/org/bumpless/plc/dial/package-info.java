/**
 * How a measuring client gets its connection, whatever protocol it speaks: from the address of its
 * host by the way that leads to its server, TLS with the full handshake of a newcomer, one deadline
 * over all reads, and an ear for a far end that says why before it closes.
 *
 * <p>What a client hears decides between "refused" and "no reply"; so that two protocols cannot
 * hear differently, there is one dialler.
 */
@NullMarked
package org.bumpless.plc.dial;

import org.jspecify.annotations.NullMarked;
