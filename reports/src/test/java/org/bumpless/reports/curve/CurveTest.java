package org.bumpless.reports.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.timing.Samples;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void aCurveReachesFromTheFastestToTheSlowestAnswer() {
    QuantileCurve curve =
        QuantileCurve.of(new Samples(List.of(LongStream.rangeClosed(1, 1_000).toArray())));

    assertThat(curve.points().getFirst().nanos()).isEqualTo(1);
    assertThat(curve.points().getLast().nanos()).isEqualTo(1_000);
    assertThat(curve.points()).extracting(QuantileCurve.Point::nanos).isSorted();
    assertThat(curve.points()).hasSizeLessThan(100);
    assertThat(curve.points())
        .anySatisfy(
            p -> {
              assertThat(p.decades()).isBetween(1.95, 2.05);
              assertThat(p.nanos()).isBetween(988L, 992L);
            });
  }

  @Test
  void aCurveEndsWhereAnswersWereLost() {
    long[] values = LongStream.rangeClosed(1, 100).map(v -> v > 90 ? Samples.LOST : v).toArray();

    assertThat(QuantileCurve.of(new Samples(List.of(values))).points().getLast().nanos())
        .isBetween(85L, 90L);
  }

  @Test
  void nothingHasNoCurve() {
    assertThat(QuantileCurve.of(new Samples(List.of())).points()).isEmpty();
    assertThat(QuantileCurve.of(new Samples(List.of(new long[] {Samples.LOST}))).points())
        .isEmpty();
  }

  @Test
  void thinningKeepsThePeakTheBeginAndTheEnd() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      points.add(new Point(i, i == 7_123 ? 99 : i == 7_124 ? -99 : i % 7));
    }

    List<Point> thin = Thinning.of(points, 200);

    assertThat(thin).hasSizeBetween(150, 200).isSubsetOf(points);
    assertThat(thin)
        .contains(points.getFirst(), points.get(7_123), points.get(7_124), points.getLast());
    assertThat(thin).extracting(Point::nanos).isSorted();
  }

  @Test
  void whatIsShortStaysAsItIs() {
    List<Point> points = List.of(new Point(1, 2), new Point(2, 3));

    assertThat(Thinning.of(points, 4)).isEqualTo(points);
  }
}
