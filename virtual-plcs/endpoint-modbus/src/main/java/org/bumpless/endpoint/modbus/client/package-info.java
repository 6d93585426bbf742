/**
 * The Modbus client that sends the bench's operations and measures their latency.
 *
 * <p>What to send is worked out by pure classes ({@code ReadPlan}, {@code WritePlan}, {@code
 * DownloadPlan}) before anything is dialled; {@code Link} carries it over one connection and trusts
 * nothing that comes back. TLS is spoken by the client's own socket, so that no tunnel adds a hop.
 * A plan of reads is kept as long as the same tags are read, and frames are built in buffers that
 * live as long as the connection: the timed path allocates little.
 *
 * <p>Every wait has an end: the connection's streams stop at a deadline however slowly bytes drip
 * in. A connection on which an answer was missed or made no sense is closed, because the next
 * answer could no longer be told from the late one.
 */
@NullMarked
package org.bumpless.endpoint.modbus.client;

import org.jspecify.annotations.NullMarked;
