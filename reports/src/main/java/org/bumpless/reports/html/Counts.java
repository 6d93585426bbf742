package org.bumpless.reports.html;

import java.util.List;

/** How many of some things stand how; what does not occur is left out. */
final class Counts {
  private Counts() {}

  /** One of the counts. */
  record Count(long number, Mark mark) {}

  static List<Count> of(List<Mark> marks) {
    return Mark.all().stream()
        .map(mark -> new Count(marks.stream().filter(mark::equals).count(), mark))
        .filter(count -> count.number() > 0)
        .toList();
  }
}
