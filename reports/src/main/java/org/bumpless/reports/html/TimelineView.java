package org.bumpless.reports.html;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bumpless.reports.plot.TimelinePlot;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.result.RunResult;

/** The run in its order. */
record TimelineView(String plot, List<String> marks) {
  private static final double NANOS_PER_SECOND = 1e9;

  boolean some() {
    return !plot.isEmpty();
  }

  static TimelineView of(RunResult result) {
    return new TimelineView(
        TimelinePlot.worth(result) ? TimelinePlot.of(result) : "",
        IntStream.range(0, result.marks().size())
            .mapToObj(i -> mark(i + 1, result.marks().get(i), result.startNanos()))
            .toList());
  }

  private static String mark(int number, Entry.Mark mark, long start) {
    return String.format(
        Locale.ROOT,
        "%d. %.1f s, %s: %s",
        number,
        (mark.nanos() - start) / NANOS_PER_SECOND,
        word(mark.kind()),
        mark.text());
  }

  private static String word(Entry.Mark.Kind kind) {
    return switch (kind) {
      case SIGNAL -> "revocation signal";
      case FAULT -> "fault";
      case PRODUCT -> "product";
      case SCENARIO_STARTED, SCENARIO_ENDED -> "scenario";
      case STEP -> "step";
    };
  }
}
