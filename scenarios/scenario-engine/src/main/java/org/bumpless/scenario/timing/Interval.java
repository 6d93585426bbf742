package org.bumpless.scenario.timing;

/**
 * A figure with its 95 % interval, in nanoseconds; {@link Samples#LOST} stands for "not bounded",
 * its negative for "not bounded below".
 *
 * @param claimed whether there were enough samples to claim it
 */
public record Interval(long low, long value, long high, boolean claimed) {}
