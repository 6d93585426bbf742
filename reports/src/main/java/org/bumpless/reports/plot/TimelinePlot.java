package org.bumpless.reports.plot;

import java.util.List;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/**
 * The run from its beginning to its end: attacks on one lane, maintenance on the other, coloured by
 * their verdicts, and what was done to the plant and the product meanwhile as numbered marks.
 */
public final class TimelinePlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 150;
  private static final int LEFT = 100;
  private static final int RIGHT = WIDTH - 16;
  private static final int MARKS = 26;
  private static final int ATTACKS = 42;
  private static final int MAINTENANCE = 74;
  private static final int LANE = 24;
  private static final int BOTTOM = 108;
  private static final double NANOS_PER_SECOND = 1e9;

  private final RunResult result;
  private final Scale x;

  private TimelinePlot(RunResult result) {
    this.result = result;
    double end = driven().stream().mapToDouble(s -> seconds(s.endNanos())).max().orElse(1);
    this.x = new Scale.Linear(0, Math.max(end, 1), LEFT, RIGHT);
  }

  /** Whether there is anything to show. */
  public static boolean worth(RunResult result) {
    return result.scenarios().stream().anyMatch(ScenarioResult::driven);
  }

  public static String of(RunResult result) {
    return new TimelinePlot(result).draw();
  }

  private String draw() {
    Svg svg =
        Svg.image(
            "timeline",
            WIDTH,
            HEIGHT,
            "Time line of the run; scenarios and marks stand in words below and in their sections");
    for (double mark : x.marks()) {
      svg.line(x.place(mark), MARKS, x.place(mark), BOTTOM, "grid");
      svg.text(x.place(mark), BOTTOM + 16, "tick middle", Scale.label(mark));
    }
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 6, "tick middle", "seconds since the bench was up");
    svg.text(LEFT - 10, ATTACKS + 16, "legend end", "attacks");
    svg.text(LEFT - 10, MAINTENANCE + 16, "legend end", "maintenance");
    driven().forEach(scenario -> lane(svg, scenario));
    List<Entry.Mark> marks = result.marks();
    for (int i = 0; i < marks.size(); i++) {
      double at = x.place(seconds(marks.get(i).nanos()));
      svg.line(at, MARKS, at, BOTTOM, "line mark");
      svg.text(at, MARKS - 6 - i % 2 * 10, "legend middle", Integer.toString(i + 1));
    }
    return svg.done();
  }

  private void lane(Svg svg, ScenarioResult scenario) {
    double from = x.place(seconds(scenario.startNanos()));
    double to = x.place(seconds(scenario.endNanos()));
    svg.group();
    svg.title(
        "%s: %s, %s"
            .formatted(
                scenario.name(),
                scenario.standing().word(),
                Figures.time(scenario.endNanos() - scenario.startNanos())));
    svg.rect(
        from,
        scenario.kind() == Kind.ATTACK ? ATTACKS : MAINTENANCE,
        Math.max(to - from - 1, 2),
        LANE,
        "span strong " + tone(scenario.standing()));
    svg.end();
  }

  private static String tone(Standing standing) {
    return switch (standing) {
      case Standing.Judged(Verdict.Pass()) -> "pass";
      case Standing.Judged(Verdict.Fail(var _)) -> "fail";
      case Standing.Judged(Verdict.Inconclusive(var _)) -> "open";
      case Standing.NotApplicable(var _), Standing.NotMeasurable(var _), Standing.Untested(var _) ->
          "idle";
    };
  }

  private List<ScenarioResult> driven() {
    return result.scenarios().stream().filter(ScenarioResult::driven).toList();
  }

  private double seconds(long nanos) {
    return (nanos - result.startNanos()) / NANOS_PER_SECOND;
  }
}
