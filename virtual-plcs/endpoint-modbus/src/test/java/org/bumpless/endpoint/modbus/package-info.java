/**
 * A controller of its own for each test: made-up tags, a process image that scans when told,
 * sockets on loopback.
 */
@NullMarked
package org.bumpless.endpoint.modbus;

import org.jspecify.annotations.NullMarked;
