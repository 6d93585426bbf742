package org.bumpless.plant.model;

import java.time.Duration;

/**
 * What enforcement in a conduit may cost at most.
 *
 * @param addedP50Max added latency, median, above the direct path
 * @param addedP999Max added latency, 99.9th percentile, above the direct path
 * @param setupMax from dialling to the first answer of a session
 * @param revokeMax from the call that revokes to the last operation that the controller accepted
 */
public record Budget(
    Duration addedP50Max, Duration addedP999Max, Duration setupMax, Duration revokeMax) {}
