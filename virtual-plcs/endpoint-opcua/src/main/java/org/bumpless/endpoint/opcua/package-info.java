/**
 * The protocol {@code opc-ua} (IEC 62541, OPC 10000) of the bench: a controller's server and the
 * measuring client.
 *
 * <p>The server is Eclipse Milo's. The client is our own on Milo's encoders and channel security,
 * because what it measures must not be blurred by hand-overs between threads and by a state machine
 * that reconnects on its own.
 */
@NullMarked
package org.bumpless.endpoint.opcua;

import org.jspecify.annotations.NullMarked;
