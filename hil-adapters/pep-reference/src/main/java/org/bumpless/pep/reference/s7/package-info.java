/**
 * S7comm as the reference product understands it: TPKT (RFC 1006), ISO transport of class 0 (ISO
 * 8073) and the maker's own protocol, whose numbers bear the names of Wireshark's dissector.
 *
 * <p>What is not on a list does not pass: a function that nobody here has classified may be a
 * download.
 */
@NullMarked
package org.bumpless.pep.reference.s7;

import org.jspecify.annotations.NullMarked;
