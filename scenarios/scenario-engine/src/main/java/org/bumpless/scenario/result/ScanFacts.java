package org.bumpless.scenario.result;

/**
 * How punctual the controllers' scans were: it tells how often and how long the host stood still.
 *
 * @param scans scans of the plant so far
 * @param overruns scans that began later than a whole period
 * @param worstLatenessNanos latest begin of a scan
 */
public record ScanFacts(long scans, long overruns, long worstLatenessNanos) {
  /** A bench that has not scanned. */
  public static final ScanFacts NONE = new ScanFacts(0, 0, 0);
}
