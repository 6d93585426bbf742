package org.bumpless.plc.st.code;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plc.st.typed.Step;

/**
 * Cuts what is long into pieces: the JVM takes methods of 64 KiB at most, and its compiler leaves
 * alone what is longer than 8,000 bytes.
 */
final class Chunks {
  /** About 40 bytes each. */
  private static final int WEIGHT_MAX = 80;

  private Chunks() {}

  /** Whether it is too long for one method. */
  static boolean heavy(List<Step> body) {
    return weight(body) > WEIGHT_MAX;
  }

  /** Pieces that follow each other; none but a single step is too long. */
  static List<List<Step>> of(List<Step> body) {
    List<List<Step>> chunks = new ArrayList<>();
    List<Step> chunk = new ArrayList<>();
    int weight = 0;
    for (Step step : body) {
      int its = weight(step);
      if (weight > 0 && weight + its > WEIGHT_MAX) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        weight = 0;
      }
      chunk.add(step);
      weight += its;
    }
    chunks.add(List.copyOf(chunk));
    return chunks;
  }

  /** The same; what does not fit behind the first branches stands behind their ELSE. */
  static Step.Branches shortened(Step.Branches branches) {
    int fit = fitting(branches.branches().stream().map(its -> 1 + share(its.body())).toList());
    if (fit == branches.branches().size()) {
      return branches;
    }
    List<Step.Branch> all = branches.branches();
    return new Step.Branches(
        branches.line(),
        all.subList(0, fit),
        List.of(
            new Step.Branches(
                branches.line(), all.subList(fit, all.size()), branches.otherwise())));
  }

  /** The same, if it does no harm to look at the selector twice. */
  static Step.Select shortened(Step.Select select) {
    List<Step.Labelled> all = select.branches();
    int fit = fitting(all.stream().map(its -> its.labels().size() + share(its.body())).toList());
    if (fit == all.size() || !Steadiness.repeatable(select.selector())) {
      return select;
    }
    return new Step.Select(
        select.line(),
        select.selector(),
        all.subList(0, fit),
        List.of(
            new Step.Select(
                select.line(),
                select.selector(),
                all.subList(fit, all.size()),
                select.otherwise())));
  }

  /** How many of them one method has room for, one at least. */
  private static int fitting(List<Integer> weights) {
    int fit = 0;
    int sum = 0;
    while (fit < weights.size() && (fit == 0 || sum + weights.get(fit) <= WEIGHT_MAX)) {
      sum += weights.get(fit++);
    }
    return fit;
  }

  /** What is left of a body in the method in which it stands: calls of others, if it is heavy. */
  private static int share(List<Step> body) {
    return heavy(body) ? of(body).size() : weight(body);
  }

  private static int weight(Step step) {
    return switch (step) {
      case Step.Execute execute ->
          2 + execute.transfer().inputs().size() + execute.transfer().outputs().size();
      case Step.Branches branches ->
          branches.branches().stream().mapToInt(branch -> 1 + weight(branch.body())).sum()
              + weight(branches.otherwise());
      case Step.Select select ->
          select.branches().stream()
                  .mapToInt(branch -> branch.labels().size() + weight(branch.body()))
                  .sum()
              + weight(select.otherwise());
      case Step.Count count -> 2 + weight(count.body());
      case Step.Loop loop -> 2 + weight(loop.body());
      case Step.Store _, Step.Evaluate _, Step.Exit _, Step.Continue _, Step.Return _ -> 1;
    };
  }

  private static int weight(List<Step> steps) {
    return steps.stream().mapToInt(Chunks::weight).sum();
  }
}
