package org.bumpless.runner.mutant;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Prints what a trial has found, for people. */
public final class MutantTable {
  private final PrintWriter out;

  public MutantTable(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints all of it.
   *
   * @param control results of the control
   */
  public void print(List<ScenarioResult> control, List<Finding> findings) {
    findings.forEach(this::print);
    out.println();
    out.println("control:  " + standings(control));
    control.stream().filter(MutantTable::didNotPass).forEach(this::printDoubtful);
    out.printf(
        "mutants:  %d driven, %d caught, %d survived, %d open%n",
        findings.size(),
        count(findings, Fate.Caught.class),
        count(findings, Fate.Survived.class),
        count(findings, Fate.Open.class));
    out.flush();
  }

  private void print(Finding finding) {
    out.printf("%n%-9s %s (%s)%n", finding.fate().word(), finding.mutant().id(), breaks(finding));
    line("fault", finding.mutant().fault());
    switch (finding.fate()) {
      case Fate.Caught(var catches) ->
          catches.forEach(
              caught -> {
                line("caught", caught.name() + " (" + caught.scenario() + ")");
                line("seen", caught.evidence());
              });
      case Fate.Survived(int scenarios) ->
          line("seen", "nothing, in " + scenarios + " scenarios: the bench would certify it");
      case Fate.Open(var doubts) -> doubts.forEach(doubt -> line("doubt", doubt));
    }
    finding.folders().forEach(folder -> line("run", folder.toString()));
  }

  private void line(String what, String text) {
    out.printf("          %-7s %s%n", what, text);
  }

  private static String breaks(Finding finding) {
    return String.join(", ", new TreeSet<>(finding.mutant().breaks()));
  }

  private static boolean didNotPass(ScenarioResult result) {
    return result.standing() instanceof Standing.Judged(var verdict)
        && !(verdict instanceof Verdict.Pass);
  }

  private void printDoubtful(ScenarioResult result) {
    line(result.standing().word(), result.name() + " (" + result.id() + "): nothing counts here");
  }

  private static String standings(List<ScenarioResult> control) {
    return control.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.standing().word(), java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", ", control.size() + " scenarios: ", ""));
  }

  private static long count(List<Finding> findings, Class<? extends Fate> kind) {
    return findings.stream().map(Finding::fate).filter(kind::isInstance).count();
  }
}
