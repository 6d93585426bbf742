/**
 * What a host can adjudicate, found out before anybody attaches a product: the floor that it adds
 * to every latency against the budgets of a plant, and what else a bench needs of it.
 *
 * <p>Probes look at the host and give facts; {@link org.bumpless.scenario.timing.Adjudication}
 * judges the floor by the rule by which a run would be refused.
 */
@NullMarked
package org.bumpless.runner.doctor;

import org.jspecify.annotations.NullMarked;
