package org.bumpless.scenario.result;

import org.bumpless.scenario.verdict.Verdict;

/**
 * A time that a scenario measured and judged, other than a latency quantile.
 *
 * @param quantity for example {@code session set-up} or {@code time to revoke}
 * @param label {@code host}, {@code wire} or {@code virtual}
 * @param lowNanos lower end of what it can have been
 * @param highNanos upper end
 */
public record TimingFigure(
    String quantity,
    String scenario,
    String label,
    long lowNanos,
    long highNanos,
    long budgetNanos,
    Verdict verdict) {}
