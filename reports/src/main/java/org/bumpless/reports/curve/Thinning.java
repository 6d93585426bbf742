package org.bumpless.reports.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bumpless.scenario.bench.Process.Point;

/** Thins a recorded signal out: of each stretch of time its lowest and highest sample stay. */
public final class Thinning {
  private Thinning() {}

  /**
   * At most about so many points, in their order; the first and the last always stay.
   *
   * @param most at least 4
   */
  public static List<Point> of(List<Point> points, int most) {
    if (points.size() <= most) {
      return List.copyOf(points);
    }
    int stretches = (most - 2) / 2;
    List<Point> kept = new ArrayList<>();
    kept.add(points.getFirst());
    int inner = points.size() - 2;
    for (int i = 0; i < stretches; i++) {
      int from = 1 + (int) ((long) inner * i / stretches);
      int to = 1 + (int) ((long) inner * (i + 1) / stretches);
      keep(points.subList(from, to), kept);
    }
    kept.add(points.getLast());
    return List.copyOf(kept);
  }

  private static void keep(List<Point> stretch, List<Point> kept) {
    if (stretch.isEmpty()) {
      return;
    }
    Point lowest = stretch.stream().min(Comparator.comparingDouble(Point::value)).orElseThrow();
    Point highest = stretch.stream().max(Comparator.comparingDouble(Point::value)).orElseThrow();
    if (lowest.equals(highest)) {
      kept.add(lowest);
    } else if (lowest.nanos() <= highest.nanos()) {
      kept.add(lowest);
      kept.add(highest);
    } else {
      kept.add(highest);
      kept.add(lowest);
    }
  }
}
