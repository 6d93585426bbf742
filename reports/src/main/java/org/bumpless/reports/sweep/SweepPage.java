package org.bumpless.reports.sweep;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.bumpless.reports.plot.DelayPlot;

/** Writes {@code sweep.html}: a page that needs nothing beside it. */
public final class SweepPage {
  private static final String STYLE = "/org/bumpless/reports/html/page.css";

  private SweepPage() {}

  /** All that the template asks for. */
  record View(
      String style,
      String title,
      long seed,
      String tone,
      String verdict,
      String summary,
      List<String> warnings,
      List<Row> rows,
      String idle) {}

  /** One finding. */
  record Row(
      String anchor,
      String conduit,
      String loop,
      String function,
      String tried,
      String delay,
      String jitter,
      String loss,
      String budget,
      String judgement,
      String tone,
      String why,
      String plot) {}

  public static byte[] bytes(SweepReport report) {
    View view =
        new View(
            resource(STYLE),
            report.title(),
            report.seed(),
            report.looser() ? "fail" : "pass",
            report.looser() ? "LOOSER" : "INSIDE",
            report.looser()
                ? "The plant file allows more latency than the process bears."
                : "No budget of the plant file is looser than the process bears.",
            SweepWords.warnings(report),
            report.findings().stream()
                .map(finding -> row(finding, report.findings().indexOf(finding)))
                .toList(),
            String.join(", ", report.idle()));
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .compile(resource("sweep.mustache"))
        .execute(view)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Row row(SweepFinding its, int number) {
    return new Row(
        "f" + number,
        its.conduit(),
        its.loop(),
        its.function(),
        its.tried(),
        SweepWords.delay(its),
        SweepWords.jitter(its),
        SweepWords.loss(its),
        SweepWords.budget(its),
        its.judgement().words(),
        its.judgement().tone(),
        its.curve().stream()
            .filter(point -> !point.kept())
            .min(Comparator.comparingLong(SweepPoint::delayNanos))
            .map(SweepPoint::why)
            .orElse(""),
        its.curve().isEmpty() ? "" : plot(its));
  }

  private static String plot(SweepFinding its) {
    return DelayPlot.of(
        "Share of the limit that %s uses against the delay in %s"
            .formatted(its.loop(), its.conduit()),
        its.curve().stream()
            .map(point -> new DelayPlot.Point(point.delayNanos(), point.use(), point.kept()))
            .toList(),
        its.budgetNanos());
  }

  private static String resource(String name) {
    try (InputStream in = SweepPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + SweepPage.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
