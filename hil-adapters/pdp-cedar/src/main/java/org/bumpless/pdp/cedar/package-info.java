/**
 * Policy decisions by Cedar policies, in process: policy as text that an engineer can read, a
 * schema that it is checked against before it decides anything, and an engine that does not loop.
 *
 * <p>What a policy sees of a request:
 *
 * <ul>
 *   <li>principal {@code Person}, {@code Workload} or {@code Unknown}, named by SPIFFE id, with
 *       {@code mfa}, {@code svidValid}, {@code edrHealthy} and {@code role}, a member of one {@code
 *       Group} for each of its groups;
 *   <li>action {@code Action::"read"} or {@code Action::"write"};
 *   <li>resource {@code Controller}, named by asset id, with {@code level} (as {@code "L1"}) and
 *       {@code slTarget} (as {@code "SL2"});
 *   <li>context {@code now}, {@code protocol}, {@code declaredFlow} ({@code "none"}, {@code
 *       "reads"}, {@code "reads_and_writes"}), and {@code ticket} with {@code id}, {@code opens},
 *       {@code closes} if there is one.
 * </ul>
 *
 * <p>Moments are nanoseconds since 1970-01-01T00:00:00Z, since Cedar's own {@code datetime} stops
 * at milliseconds and a change window does not.
 *
 * <p>A policy's {@code @id} names it in messages; the {@code @reason} of each {@code forbid} that
 * applied is what the denied engineer reads. An error in any policy makes the whole decision
 * indeterminate: Cedar would skip that policy and decide by the rest, which is fail-open when the
 * broken one forbids.
 */
@NullMarked
package org.bumpless.pdp.cedar;

import org.jspecify.annotations.NullMarked;
