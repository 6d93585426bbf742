/** Tests of the server, byte by byte and under fire. */
@NullMarked
package org.bumpless.endpoint.modbus.server;

import org.jspecify.annotations.NullMarked;
