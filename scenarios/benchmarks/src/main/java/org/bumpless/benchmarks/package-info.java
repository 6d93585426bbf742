/**
 * What the instrument itself costs, by JMH: scan cycle, round trips of the measuring clients,
 * decisions, the relay of the reference product, and a plant network of its own.
 *
 * <p>Everything runs over the loopback interface on one controller of the tank farm that ships,
 * with the policies that ship. Each fixture makes sure once that its operation does what it is
 * named for and throws if one later does not: a refusal is fast, too.
 */
@NullMarked
package org.bumpless.benchmarks;

import org.jspecify.annotations.NullMarked;
