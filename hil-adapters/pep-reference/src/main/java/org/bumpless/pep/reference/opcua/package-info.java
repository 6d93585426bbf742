/**
 * OPC UA TCP as the reference product understands it (OPC 10000-6, 6.7 and 7.1): chunks, secure
 * channels, service ids.
 *
 * <p>The product sees what the channel lets it see. A signed message can be read, an encrypted one
 * cannot, so a read-only session inside the product's TLS uses message security mode Sign; what
 * cannot be read there ends the session, because it might be a write.
 */
@NullMarked
package org.bumpless.pep.reference.opcua;

import org.jspecify.annotations.NullMarked;
