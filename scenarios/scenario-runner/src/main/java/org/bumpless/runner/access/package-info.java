/**
 * The ways through a product that has to be asked: an HTTP proxy, a SOCKS server, an SSH jump host,
 * a broker. One class asks for each; what comes after is the same, and the protocol clients do not
 * know which it was.
 *
 * <p>The time that a way takes to open belongs to the set-up of a session. What is measured of an
 * established session is measured through it: on an SSH connection that includes the client's own
 * {@code ssh}, a process that any station would need too.
 */
@NullMarked
package org.bumpless.runner.access;

import org.jspecify.annotations.NullMarked;
