/**
 * Verdicts with three values, as Jepsen has them: what could not be judged is never counted as
 * passed.
 *
 * <p>A functional breach is always a FAIL; {@link org.bumpless.scenario.verdict.RollUp} orders FAIL
 * before INCONCLUSIVE before PASS. What a product does not declare is kept apart as {@link
 * org.bumpless.scenario.verdict.Standing}.
 */
@NullMarked
package org.bumpless.scenario.verdict;

import org.jspecify.annotations.NullMarked;
