/**
 * How the plant's words become OPC UA's: names to NodeIds, tag values to Variants, units to UNECE
 * codes.
 *
 * <p>Server and client share these pure functions, so that neither can drift away from the other
 * unseen; the round trip is what their tests hold.
 */
@NullMarked
package org.bumpless.endpoint.opcua.mapping;

import org.jspecify.annotations.NullMarked;
