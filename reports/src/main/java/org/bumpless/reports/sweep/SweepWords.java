package org.bumpless.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.reports.words.Figures;

/** A sweep in words, as terminal and page show it. */
public final class SweepWords {
  private static final List<String> HEAD =
      List.of("conduit", "loop", "function", "delay", "jitter", "loss", "budget", "judgement");

  private static final String NONE = "none";

  private SweepWords() {}

  static String delay(SweepFinding finding) {
    return time(finding.delay(), "");
  }

  static String jitter(SweepFinding finding) {
    return time(finding.jitter(), "\u00b1");
  }

  private static String time(Optional<Extent> extent, String sign) {
    return extent
        .map(
            its ->
                its.equals(Extent.NONE)
                    ? NONE
                    : (its.open() ? "> " : "") + sign + Figures.time(Math.round(its.largest())))
        .orElse("-");
  }

  static String loss(SweepFinding finding) {
    return finding
        .loss()
        .map(
            its ->
                its.equals(Extent.NONE)
                    ? NONE
                    : String.format(
                        Locale.ROOT, "%s%.1f %%", its.open() ? "> " : "", its.largest() * 100))
        .orElse("-");
  }

  static String budget(SweepFinding finding) {
    return finding.budgetNanos().map(Figures::time).orElse("-");
  }

  /** The table for a terminal, a line a finding. */
  public static List<String> table(SweepReport report) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (SweepFinding its : report.findings()) {
      rows.add(
          List.of(
              its.conduit(),
              its.loop(),
              its.function(),
              delay(its),
              jitter(its),
              loss(its),
              budget(its),
              its.judgement().words()));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < HEAD.size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String text = row.get(column);
      line.append(text).append(" ".repeat(widths.get(column) - text.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Each budget that is looser than the physics, as a warning. */
  public static List<String> warnings(SweepReport report) {
    return report.findings().stream()
        .filter(its -> its.judgement() == Judgement.LOOSER)
        .map(
            its ->
                "%s: the plant file allows %s at p99.9; %s bears %s (%s, %s)"
                    .formatted(
                        its.conduit(),
                        budget(its),
                        its.loop(),
                        delay(its),
                        its.function(),
                        its.tried()))
        .toList();
  }
}
