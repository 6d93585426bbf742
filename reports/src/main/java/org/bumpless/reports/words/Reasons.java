package org.bumpless.reports.words;

import java.util.List;

/** Says each reason once. */
public final class Reasons {
  private Reasons() {}

  /**
   * Without repetitions, and without what a longer sentence says as well: "A has changed" goes
   * where "A has changed: Anna did it" stands.
   */
  public static List<String> condensed(List<String> reasons) {
    List<String> once = reasons.stream().distinct().toList();
    return once.stream().filter(r -> once.stream().noneMatch(o -> o.startsWith(r + ":"))).toList();
  }
}
