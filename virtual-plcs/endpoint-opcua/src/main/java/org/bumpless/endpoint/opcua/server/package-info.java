/**
 * A controller's OPC UA server on its live process image, made of Eclipse Milo.
 *
 * <p>Twenty of them run in one JVM beside all else, so they share one event loop group ({@link
 * org.bumpless.endpoint.opcua.server.SharedLoops}), and every request is worked off on the loop of
 * its own connection: no further threads, and requests of one connection stay in order. Nothing is
 * copied from the process image: a read asks it, and a write is offered to it, all good values of a
 * request in one piece.
 *
 * <p>Who may do what: application certificates and X.509 user tokens must chain to the plant's
 * authorities, user names to the controller's list. Anonymous users exist only where the
 * controller's personality offers security policy None, and may read and browse, never write.
 * GetEndpoints and FindServers are answered without security, as OPC 10000-4, 5.5 asks.
 *
 * <p>Milo limits connections per remote address over all servers of a JVM; a bench in which one
 * aggregator dials twenty controllers would trip over that, so the handler is taken out and each
 * controller counts its own connections.
 */
@NullMarked
package org.bumpless.endpoint.opcua.server;

import org.jspecify.annotations.NullMarked;
