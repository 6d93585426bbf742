/**
 * Latency figures and what may be said of them: open-loop blocks, quantiles with intervals,
 * verdicts with three values.
 *
 * <p>Pure: it plans and it judges, and never looks at a clock. A quantile is claimed only with
 * enough samples; PASS needs the upper end of the absolute value inside the budget, FAIL needs the
 * lower end of the difference beyond it (DESIGN section 8). The full instrument (five arms,
 * self-test) has its place here.
 */
@NullMarked
package org.bumpless.scenario.timing;

import org.jspecify.annotations.NullMarked;
