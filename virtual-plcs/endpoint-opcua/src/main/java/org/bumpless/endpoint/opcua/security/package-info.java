/**
 * Who is believed inside OPC UA: certificate chains against the plant's authorities, nothing else.
 *
 * <p>Milo's own validators keep trust lists and a quarantine that people may move certificates out
 * of; a controller of the bench has neither, so that no first use creates trust. Validity is judged
 * by the bench's clock: a year of certificate rotation runs in simulated time.
 */
@NullMarked
package org.bumpless.endpoint.opcua.security;

import org.jspecify.annotations.NullMarked;
