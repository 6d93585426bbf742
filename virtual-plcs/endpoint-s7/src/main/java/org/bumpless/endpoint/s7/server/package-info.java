/** A controller's port for S7comm. */
@NullMarked
package org.bumpless.endpoint.s7.server;

import org.jspecify.annotations.NullMarked;
