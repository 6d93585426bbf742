package org.bumpless.scenario.result;

import java.util.OptionalDouble;

/**
 * The machine and the way the bench runs on it; known before the bench starts.
 *
 * @param os name and version
 * @param processor its model; empty if the machine does not tell
 * @param cores processors that the bench may use
 * @param memoryMiB heap that the bench may use
 * @param load runnable tasks on the machine before the bench started, over one minute; empty if the
 *     machine does not tell
 * @param clock {@code real} or {@code virtual}
 * @param fabric {@code loopback} or {@code netns}; {@code virtual} where there is none
 * @param scheduling policy of the timing threads, for example {@code SCHED_OTHER}
 */
public record HostFacts(
    String os,
    String processor,
    String java,
    int cores,
    long memoryMiB,
    OptionalDouble load,
    String clock,
    String fabric,
    String scheduling) {}
