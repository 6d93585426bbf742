/** What a client sees of a controller, as nodes of Eclipse Milo. */
@NullMarked
package org.bumpless.endpoint.opcua.server.nodes;

import org.jspecify.annotations.NullMarked;
