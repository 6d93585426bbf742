package org.bumpless.reports.plot;

import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Samples;

/** A single time as a bar from what it was at least to what it was at most, beside its budget. */
public final class BudgetBar {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 46;
  private static final int LEFT = 2;
  private static final int RIGHT = WIDTH - 12;
  private static final int TOP = 8;
  private static final int BOTTOM = 26;
  private static final double AIR = 1.15;
  private static final double THINNEST = 3;

  private BudgetBar() {}

  public static String of(TimingFigure figure) {
    boolean bounded = figure.highNanos() != Samples.LOST;
    double low = (double) figure.lowNanos();
    double high = bounded ? Math.max((double) figure.highNanos(), low) : low;
    double most = Math.max(1, Math.max((double) figure.budgetNanos(), high) * AIR);
    Scale x = new Scale.Linear(0, most, LEFT, RIGHT);
    Svg svg = Svg.image("budget-bar", WIDTH, HEIGHT, label(figure));
    double budget = x.place((double) figure.budgetNanos());
    svg.rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, "rail");
    svg.rect(budget, TOP, RIGHT - budget, BOTTOM - TOP, "beyond");
    double begin = x.place(low);
    double end = bounded ? x.place(high) : RIGHT;
    svg.rect(LEFT, TOP + 7, begin - LEFT, 4, "bar-known");
    svg.rect(
        begin, TOP + 3, Math.max(THINNEST, end - begin), 12, bounded ? "bar" : "bar unbounded");
    svg.line(budget, TOP - 4, budget, BOTTOM + 4, "line budget");
    boolean right = budget > WIDTH / 2.0;
    svg.text(
        right ? budget + 4 : budget - 4,
        HEIGHT - 6,
        right ? "budget end" : "budget",
        "budget " + Figures.time(figure.budgetNanos()));
    return svg.done();
  }

  private static String label(TimingFigure figure) {
    return "%s: %s, budget %s"
        .formatted(figure.quantity(), range(figure), Figures.time(figure.budgetNanos()));
  }

  /** The figure in words: exact, between two times, or without an end. */
  public static String range(TimingFigure figure) {
    return figure.highNanos() == Samples.LOST
        ? "more than " + Figures.time(figure.lowNanos())
        : Figures.range(figure.lowNanos(), figure.highNanos());
  }
}
