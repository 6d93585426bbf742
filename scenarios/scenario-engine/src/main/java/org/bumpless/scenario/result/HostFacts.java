package org.bumpless.scenario.result;

/**
 * The machine and the way the bench ran on it.
 *
 * @param os name and version
 * @param cores processors that the bench may use
 * @param memoryMiB heap that the bench may use
 * @param clock {@code real} or {@code virtual}
 * @param fabric {@code loopback} or {@code netns}
 * @param scheduling policy of the timing threads, for example {@code SCHED_OTHER}
 * @param scans scans of the plant during the run
 * @param overruns scans that began later than a whole period
 * @param worstLatenessNanos latest begin of a scan
 */
public record HostFacts(
    String os,
    String java,
    int cores,
    long memoryMiB,
    String clock,
    String fabric,
    String scheduling,
    long scans,
    long overruns,
    long worstLatenessNanos) {}
