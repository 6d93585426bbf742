package org.bumpless.reports.sweep;

/**
 * One trial.
 *
 * @param delayNanos injected each way, in ns
 * @param use share of the limit that was used, 1 for all of it; what is more than 2 is given as 2
 * @param kept whether no limit was left
 * @param why the limit that was left, in words; empty if none
 */
public record SweepPoint(long delayNanos, double use, boolean kept, String why) {}
