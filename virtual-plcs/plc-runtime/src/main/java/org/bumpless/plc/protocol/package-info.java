/**
 * What a protocol is to the rest of the bench: a server on a controller's process image, and a
 * client that measures.
 *
 * <p>Each protocol lives in a module of its own and is found through {@link
 * java.util.ServiceLoader}; nothing here or above knows a protocol library. A new protocol is a new
 * module with one {@link org.bumpless.plc.protocol.ProtocolProvider}.
 */
@NullMarked
package org.bumpless.plc.protocol;

import org.jspecify.annotations.NullMarked;
