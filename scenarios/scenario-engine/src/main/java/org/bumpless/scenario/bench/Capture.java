package org.bumpless.scenario.bench;

/**
 * The frames that passed the product's legs during a scenario, as a file for Wireshark.
 *
 * @param file its path below the run's folder, for example {@code
 *     evidence/07-no-certificate.pcapng}
 * @param frames in the file
 * @param dropped frames that the tap could not take; they may belong anywhere in it
 * @param leftOut frames beyond what the file may hold
 */
public record Capture(String file, long frames, long dropped, long leftOut) {}
