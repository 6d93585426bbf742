/**
 * The edge to Apache PLC4X, as thin as it can be.
 *
 * <p>What its drivers do that one has to know (0.13.1): {@code getConnection} has no time limit;
 * after a request without an answer the connection never answers again; OPC UA without a trust
 * store believes any server; threads of a connection that broke are left behind.
 */
@NullMarked
package org.bumpless.bridge.plc4x;

import org.jspecify.annotations.NullMarked;
