package org.bumpless.reports.compare;

import java.util.List;

/**
 * How a scenario stands in two runs.
 *
 * @param before {@code ABSENT} if the first run has none of that name
 * @param after the same of the second
 */
record Turn(String scenario, String before, String after) {
  static final String ABSENT = "ABSENT";

  private static final String PASS = "PASS";
  private static final String FAIL = "FAIL";

  /** What has become of it. */
  enum Kind {
    SAME,
    BETTER,
    WORSE,
    /** One of the runs does not tell. */
    UNDECIDED
  }

  Kind kind() {
    if (before.equals(after)) {
      return Kind.SAME;
    }
    if (after.equals(FAIL)) {
      return Kind.WORSE;
    }
    return List.of(before, after).equals(List.of(FAIL, PASS)) ? Kind.BETTER : Kind.UNDECIDED;
  }
}
