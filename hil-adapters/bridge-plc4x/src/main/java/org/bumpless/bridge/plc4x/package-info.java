/**
 * The edge to Apache PLC4X, as thin as it can be.
 *
 * <p>What its drivers do that one has to know (0.13.1): {@code getConnection} has no time limit;
 * after a request without an answer the connection never answers again; OPC UA without a trust
 * store believes any server; threads of a connection that broke are left behind.
 *
 * <p>And of EtherNet/IP, each shown by {@code EtherNetIpIT} on a server that keeps to the
 * specification, and refused by {@link org.bumpless.bridge.plc4x.EtherNetIp} before anything is
 * reached for:
 *
 * <ul>
 *   <li>It is big-endian unless it is told otherwise; EtherNet/IP is little-endian.
 *   <li>On a connection (Forward Open) a write does not count the number of requests on. The
 *       request after it has the same number, is not done, and is given the answer to the write: a
 *       second write is told as done and never happened. Unconnected Send has no such numbers.
 *   <li>Behind a message of an odd length in an Unconnected Send it forgets the pad byte, so that a
 *       write of one byte (BOOL, SINT) finds no route. No answer is heard of that.
 *   <li>It asks for element 44 when the address says 300, and for {@code SP} when it says {@code
 *       %SP}; in an Unconnected Send it does not heed {@code communication-path}.
 *   <li>It reads no unsigned numbers and writes them as 0.
 *   <li>A refused read without an additional status is an error of its own, after which the
 *       connection is of no use. A refused write it tells, though not why.
 *   <li>It opens a connection of CIP also where it then uses none. Nobody waits until it has closed
 *       that: at the end the controller closes it with the TCP connection.
 * </ul>
 */
@NullMarked
package org.bumpless.bridge.plc4x;

import org.jspecify.annotations.NullMarked;
