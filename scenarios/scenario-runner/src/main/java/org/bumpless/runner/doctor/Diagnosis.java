package org.bumpless.runner.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.runner.doctor.Tools.Tool;
import org.bumpless.scenario.timing.Adjudication;
import org.bumpless.scenario.timing.Adjudication.Answer;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.LatencyJudge;

/**
 * All that was found, for a terminal.
 *
 * @param flow that the floor was measured on, in words
 * @param rows one for each budget
 * @param remedy what would make an undecided row decided, in words
 * @param facts about the host
 * @param missing programs
 * @param spent what the time went to
 */
public record Diagnosis(
    String flow,
    List<Adjudication> rows,
    String remedy,
    List<Fact> facts,
    List<Tool> missing,
    Timetable.Spent spent) {
  private static final String ROW = "  %-26s %12s %12s  %-28s %s";

  public Diagnosis {
    rows = List.copyOf(rows);
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
  }

  /** Whether every budget can be judged here. */
  public boolean all() {
    return count(Answer.CAN) == rows.size();
  }

  /** Line by line. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    lines.add(answer());
    lines.add("");
    lines.add(String.format(Locale.ROOT, ROW, "Quantity", "Budget", "Floor", "between", "Answer"));
    rows.forEach(row -> lines.add(row(row)));
    lines.add("");
    lines.add(
        "  Floor: "
            + flow
            + ", where no product stands. A floor above a quarter of the budget leaves no room to fail a product.");
    if (count(Answer.MORE_SAMPLES) > 0) {
      lines.add("  " + remedy);
    }
    lines.add("");
    facts.forEach(
        fact -> lines.add(String.format(Locale.ROOT, "  %-18s %s", fact.what(), fact.found())));
    lines.addAll(tools());
    return lines;
  }

  private String answer() {
    if (all()) {
      return "This host can judge all %d budgets of the plant.".formatted(rows.size());
    }
    return "This host can judge %d of %d budgets of the plant; %d with more samples, %d not at all."
        .formatted(
            count(Answer.CAN), rows.size(), count(Answer.MORE_SAMPLES), count(Answer.CANNOT));
  }

  private long count(Answer answer) {
    return rows.stream().filter(row -> row.answer() == answer).count();
  }

  private static String row(Adjudication row) {
    Interval floor = row.floor();
    return String.format(
        Locale.ROOT,
        ROW,
        row.quantity(),
        LatencyJudge.millis(row.budgetNanos()),
        LatencyJudge.millis(floor.value()),
        LatencyJudge.millis(floor.low()) + " and " + LatencyJudge.millis(floor.high()),
        word(row.answer()) + row.obstacle().map(why -> ": " + why).orElse(""));
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case CAN -> "can";
      case MORE_SAMPLES -> "only with more samples";
      case CANNOT -> "cannot";
    };
  }

  private List<String> tools() {
    List<String> lines = new ArrayList<>(List.of(""));
    if (missing.isEmpty()) {
      lines.add("  All programs are there that shipped products and tests start.");
      return lines;
    }
    List<Tool> needed = missing.stream().filter(Tool::needed).toList();
    if (!needed.isEmpty()) {
      lines.add("  Missing for a plant network of its own: " + names(needed));
    }
    List<Tool> others = missing.stream().filter(tool -> !tool.needed()).toList();
    if (!others.isEmpty()) {
      lines.add("  Missing for some shipped products or tests: " + names(others));
    }
    Tools.install(missing).ifPresent(line -> lines.add("  To install them: " + line));
    return lines;
  }

  private static String names(List<Tool> tools) {
    return String.join(", ", tools.stream().map(Tool::name).toList());
  }
}
