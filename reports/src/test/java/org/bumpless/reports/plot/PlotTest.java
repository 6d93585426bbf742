package org.bumpless.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bumpless.reports.SampleFigures;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotTest {
  private static Document parse(String svg) throws Exception {
    assertThat(svg).doesNotContain("NaN", "Infinity");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> lines(Document svg, String kind) {
    NodeList all = svg.getElementsByTagName("polyline");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(kind))
        .toList();
  }

  @Test
  void aLinearAxisHasRoundMarks() {
    assertThat(new Scale.Linear(47.3, 52.1, 0, 100).marks())
        .containsExactly(48.0, 49.0, 50.0, 51.0, 52.0);
    assertThat(new Scale.Linear(0, 85, 0, 100).marks()).startsWith(0.0, 20.0).endsWith(80.0);
    assertThat(new Scale.Linear(0, 10, 100, 0).place(2.5)).isEqualTo(75);
    assertThat(new Scale.Linear(0, 10, 0, 100).place(99)).isEqualTo(100);
  }

  @Test
  void aLogarithmicAxisHasMarksAtPowersOfTenAndBetweenWhereThereIsRoom() {
    assertThat(new Scale.Logarithmic(0.003, 80, 0, 100).marks())
        .usingElementComparator(Comparator.comparingLong(mark -> Math.round(mark * 1e6)))
        .containsExactly(0.01, 0.1, 1.0, 10.0);
    assertThat(new Scale.Logarithmic(0.4, 9, 0, 100).marks())
        .usingElementComparator(Comparator.comparingLong(mark -> Math.round(mark * 1e6)))
        .containsExactly(0.5, 1.0, 2.0, 5.0);
    assertThat(new Scale.Logarithmic(1, 100, 0, 200).place(10)).isCloseTo(100, within(1e-9));
    assertThat(Scale.label(0.1)).isEqualTo("0.1");
    assertThat(Scale.label(1000)).isEqualTo("1000");
  }

  @Test
  void allArmsAndTheBudgetAreDrawn() throws Exception {
    Document svg = parse(QuantilePlot.of(SampleFigures.latency("SCADA-1 to LIC-101")));

    assertThat(lines(svg, "direct")).hasSize(1);
    assertThat(lines(svg, "direct-again")).hasSize(1);
    assertThat(lines(svg, "product")).as("the curve and the arrow at its end").hasSize(2);
    assertThat(lines(svg, "budget")).hasSize(1);
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("p50 ≤ 5.00 ms", "p99.9 ≤ 50.0 ms", "7 never answered", "too few answers");
  }

  @Test
  void nothingAnsweredIsAPlotWithoutALine() throws Exception {
    LatencyFinding sample = SampleFigures.latency("SCADA-1 to LIC-101");
    LatencyFinding dead =
        new LatencyFinding(
            sample.target(),
            new LatencyPlan(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
            Map.of(Arm.PRODUCT, new Samples(List.of(new long[] {Samples.LOST}))),
            List.of(),
            new Verdict.Inconclusive("no answer"),
            sample.selfTest(),
            sample.observed(),
            Optional.empty());

    Document svg = parse(QuantilePlot.of(dead));

    assertThat(lines(svg, "product"))
        .singleElement()
        .extracting(e -> e.getAttribute("points"))
        .isEqualTo("");
  }

  @Test
  void aTimeWithoutAnEndReachesTheRim() throws Exception {
    TimingFigure open =
        new TimingFigure(
            "time to revoke",
            "s",
            "host",
            6_000_000_000L,
            Samples.LOST,
            5_000_000_000L,
            new Verdict.Fail("too late"));

    assertThat(parse(BudgetBar.of(open)).getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("time to revoke: more than 6.00 s, budget 5.00 s");
    assertThat(BudgetBar.of(open)).contains("bar unbounded");
  }

  @Test
  void aFlatSignalAndAHoleAreDrawn() throws Exception {
    Series flat =
        new Series(
            "T-1.<level>",
            "%",
            List.of(new Point(0, 50), new Point(10, Double.NaN), new Point(20, 50)));
    TrendPlot plot =
        new TrendPlot(
            "flat",
            400,
            80,
            0,
            20,
            0,
            List.of(new TrendPlot.Panel("level", "%", 50, 50, List.of(flat), Set.of())),
            List.of(new TrendPlot.Span(5, 5, "fail")));

    Document svg = parse(plot.draw());

    assertThat(lines(svg, "crowd"))
        .singleElement()
        .extracting(e -> e.getAttribute("points").split(" ").length)
        .isEqualTo(2);
    assertThat(
            svg.getElementsByTagName("g")
                .item(0)
                .getAttributes()
                .getNamedItem("data-series")
                .getNodeValue())
        .isEqualTo("T-1.<level>");
  }
}
