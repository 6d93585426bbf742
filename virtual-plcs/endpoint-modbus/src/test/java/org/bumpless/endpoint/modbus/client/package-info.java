/** Tests of the client, byte by byte and under fire. */
@NullMarked
package org.bumpless.endpoint.modbus.client;

import org.jspecify.annotations.NullMarked;
