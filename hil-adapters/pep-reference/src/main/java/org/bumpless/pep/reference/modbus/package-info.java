/**
 * Modbus TCP as the reference product understands it (Modbus Application Protocol V1.1b3, Modbus
 * Messaging on TCP/IP V1.0b).
 *
 * <p>What is not on a list does not pass: a function that nobody here has classified may be a
 * vendor's program download.
 */
@NullMarked
package org.bumpless.pep.reference.modbus;

import org.jspecify.annotations.NullMarked;
