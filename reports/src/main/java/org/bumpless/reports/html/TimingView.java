package org.bumpless.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bumpless.reports.plot.BudgetBar;
import org.bumpless.reports.plot.QuantilePlot;
import org.bumpless.reports.words.Cause;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Knee;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.SelfTest;
import org.bumpless.scenario.timing.WireFinding;

/** What was measured in time. */
record TimingView(List<Latency> latencies, List<Single> singles, List<Load> loads) {

  boolean some() {
    return !latencies.isEmpty() || !singles.isEmpty() || !loads.isEmpty();
  }

  /** The latency of one flow. */
  record Latency(
      String flow,
      Mark mark,
      String how,
      String plot,
      List<Row> rows,
      List<String> observed,
      String selfTest,
      String wire,
      List<Cause> causes,
      List<String> notes) {}

  /** One quantile. */
  record Row(
      String name,
      String direct,
      String product,
      String productRange,
      String added,
      String addedRange,
      String noise,
      String budget,
      String claimed,
      Mark mark,
      String settled) {}

  /** One time that a scenario measured. */
  record Single(
      String quantity,
      String scenario,
      String anchor,
      Mark mark,
      String figure,
      String label,
      String plot,
      List<String> reasons) {}

  /** The load that a flow carries. */
  record Load(
      String flow, Mark mark, String product, String direct, String needed, List<String> reasons) {}

  static TimingView of(RunResult result, Anchors anchors) {
    return new TimingView(
        result.latencies().stream().map(TimingView::latency).toList(),
        result.timings().stream().map(t -> single(t, anchors)).toList(),
        result.measured().loads().stream().map(TimingView::load).toList());
  }

  static Latency latency(LatencyFinding finding) {
    String how =
        "conduit %s; %s requests a second, the arms take turns in blocks of %s, %s for each arm; time stamps: %s"
            .formatted(
                finding.conduit(),
                Figures.count(finding.plan().rateHz()),
                Figures.length(finding.plan().block()),
                Figures.length(finding.plan().perArm()),
                finding.label());
    return new Latency(
        finding.flow(),
        Mark.of(finding.verdict()),
        how,
        QuantilePlot.of(finding),
        finding.figures().stream().map(figure -> row(finding, figure)).toList(),
        ObservedWords.of(finding.observed()),
        selfTest(finding.selfTest()),
        finding.wire().map(TimingView::wire).orElse(""),
        finding.verdict().reasons().stream().map(Cause::of).toList(),
        notes(finding));
  }

  private static String selfTest(SelfTest selfTest) {
    return "The instrument tried itself in the same seconds by a relay that delays: %s; it may be off by %s and is %s."
        .formatted(
            selfTest.told(),
            Figures.time(selfTest.allowedNanos()),
            selfTest.sound() ? "sound" : "not sound");
  }

  private static String wire(WireFinding wire) {
    if (!wire.lack().isEmpty()) {
      return "Nothing can be said of the wire: " + wire.lack() + ".";
    }
    String figures =
        wire.figures().stream()
            .map(
                f ->
                    "%s %s (%s)"
                        .formatted(
                            f.name(), Figures.time(f.kept().value()), Figures.interval(f.kept())))
            .collect(Collectors.joining(", "));
    String matched =
        wire.sameBytes() == wire.requests()
            ? "all matched by their bytes"
            : "%s matched by their bytes, the others by the order of the byte streams"
                .formatted(Figures.count(wire.sameBytes()));
    return "On the wire, by the kernel's clock at its own legs, the product keeps of the time of a request and its answer: %s. %s, %s."
        .formatted(figures, Figures.many(wire.requests(), "request", "requests"), matched);
  }

  private static Row row(LatencyFinding finding, LatencyFinding.Figure figure) {
    return new Row(
        figure.name(),
        Figures.time(figure.direct().value()),
        Figures.time(figure.absolute().value()),
        Figures.interval(figure.absolute()),
        Figures.time(figure.added().value()),
        Figures.interval(figure.added()),
        noise(figure.noise()),
        Figures.time(figure.budgetNanos()),
        figure.absolute().claimed() ? "claimed" : "not claimed",
        Mark.of(figure.verdict()),
        finding.settledOnTheWire(figure) ? "settled on the wire: inside the budget" : "");
  }

  private static String noise(Interval noise) {
    return Figures.time(noise.value());
  }

  private static List<String> notes(LatencyFinding finding) {
    List<String> notes = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      Samples samples = finding.samples().getOrDefault(arm, Samples.NONE);
      if (samples.lost() > 0) {
        notes.add(
            "%s: %s of %s were never answered; they count as later than any budget"
                .formatted(
                    arm.label(),
                    Figures.count(samples.lost()),
                    Figures.many(samples.count(), "request", "requests")));
      }
    }
    return notes;
  }

  private static Load load(LoadFinding load) {
    return new Load(
        load.flow(),
        Mark.of(load.verdict()),
        bounds(load.product()),
        bounds(load.direct()),
        Figures.count(load.neededHz()) + " a second",
        load.verdict().reasons());
  }

  private static String bounds(Knee knee) {
    if (knee.brokenHz() == Knee.NONE) {
      return "more than %s a second".formatted(Figures.count(knee.keptHz()));
    }
    return knee.keptHz() == 0
        ? "fewer than %s a second".formatted(Figures.count(knee.brokenHz()))
        : "%s to %s a second"
            .formatted(Figures.count(knee.keptHz()), Figures.count(knee.brokenHz()));
  }

  private static Single single(TimingFigure figure, Anchors anchors) {
    return new Single(
        figure.quantity(),
        figure.scenario(),
        anchors.named(figure.scenario()).stream().map(Anchors.Link::anchor).findFirst().orElse(""),
        Mark.of(figure.verdict()),
        BudgetBar.range(figure),
        figure.label(),
        BudgetBar.of(figure),
        figure.verdict().reasons());
  }
}
