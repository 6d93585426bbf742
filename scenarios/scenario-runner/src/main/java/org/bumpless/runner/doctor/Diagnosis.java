package org.bumpless.runner.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.runner.doctor.BudgetRows.Row;
import org.bumpless.runner.doctor.Tools.Tool;
import org.bumpless.scenario.timing.Adjudication;
import org.bumpless.scenario.timing.Adjudication.Answer;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.LatencyJudge;

/**
 * All that was found, for a terminal.
 *
 * @param flow that the floor was measured on and for how long, in words
 * @param groups of rows, one row for each budget
 * @param facts about the host
 * @param missing programs
 * @param install what installs them
 * @param spent what the time went to
 */
public record Diagnosis(
    String flow,
    List<BudgetRows.Group> groups,
    List<Fact> facts,
    List<Tool> missing,
    List<Installer.Line> install,
    Timetable.Spent spent) {
  private static final String ROW = "  %-20s %12s %12s  %-29s %s";

  public Diagnosis {
    groups = List.copyOf(groups);
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
    install = List.copyOf(install);
  }

  /** Whether every budget can be judged here. */
  public boolean all() {
    return count(Answer.CAN) == rows().size();
  }

  /** Line by line. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    lines.add(answer());
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.addAll(
        Paragraph.of(
            "  Floor: ",
            flow
                + ", where no product stands. A floor above a quarter of the budget leaves no room to fail a product."));
    lines.add("");
    facts.forEach(
        fact ->
            lines.addAll(
                Paragraph.of(String.format(Locale.ROOT, "  %-18s ", fact.what()), fact.found())));
    lines.addAll(tools());
    return lines;
  }

  private String answer() {
    if (all()) {
      return "This host can judge all %d budgets of the plant.".formatted(rows().size());
    }
    return "This host can judge %d of %d budgets of the plant; %d with more samples, %d not at all."
        .formatted(
            count(Answer.CAN), rows().size(), count(Answer.MORE_SAMPLES), count(Answer.CANNOT));
  }

  private List<Row> rows() {
    return groups.stream().flatMap(group -> group.rows().stream()).toList();
  }

  private long count(Answer answer) {
    return rows().stream().filter(row -> row.found().answer() == answer).count();
  }

  /** The rows, and below them, once each, what there is to say of an answer. */
  private List<String> table() {
    List<String> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, ROW, "Quantity", "Budget", "Floor", "between", "Answer"));
    for (BudgetRows.Group group : groups) {
      if (!group.conduits().isEmpty()) {
        lines.addAll(Paragraph.of("  in ", group.conduits()));
      }
      group.rows().forEach(row -> lines.add(line(row, notes)));
    }
    if (!notes.isEmpty()) {
      lines.add("");
    }
    for (int i = 0; i < notes.size(); i++) {
      lines.addAll(Paragraph.of("  [%d] ".formatted(i + 1), notes.get(i)));
    }
    return lines;
  }

  private static String line(Row row, List<String> notes) {
    Adjudication found = row.found();
    Interval floor = found.floor();
    return String.format(
        Locale.ROOT,
        ROW,
        found.quantity(),
        LatencyJudge.millis(found.budgetNanos()),
        LatencyJudge.millis(floor.value()),
        LatencyJudge.millis(floor.low()) + " and " + LatencyJudge.millis(floor.high()),
        switch (found.answer()) {
          case CAN -> "can";
          case MORE_SAMPLES -> "only with more samples" + mark(row.ifMore(), notes);
          case CANNOT -> "cannot" + found.reason().map(why -> mark(why, notes)).orElse("");
        });
  }

  private static String mark(String note, List<String> notes) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
    return " [%d]".formatted(notes.indexOf(note) + 1);
  }

  private List<String> tools() {
    List<String> lines = new ArrayList<>(List.of(""));
    if (missing.isEmpty()) {
      lines.add("  All programs are there that shipped products and tests start.");
      return lines;
    }
    List<Tool> needed = missing.stream().filter(Tool::needed).toList();
    if (!needed.isEmpty()) {
      lines.addAll(Paragraph.of("  Missing for a plant network of its own: ", names(needed)));
    }
    List<Tool> others = missing.stream().filter(tool -> !tool.needed()).toList();
    if (!others.isEmpty()) {
      lines.addAll(Paragraph.of("  Missing for some shipped products or tests: ", names(others)));
    }
    for (Installer.Line line : install) {
      String label = "  " + line.label();
      lines.addAll(
          line.shell()
              ? Paragraph.ofCommand(label, line.text())
              : Paragraph.of(label, line.text()));
    }
    return lines;
  }

  private static String names(List<Tool> tools) {
    return String.join(", ", tools.stream().map(Tool::name).toList());
  }
}
