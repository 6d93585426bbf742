package org.bumpless.runner.doctor;

/**
 * Something that was found out about the host.
 *
 * @param what for example {@code clock source}
 * @param found in words
 */
public record Fact(String what, String found) {}
