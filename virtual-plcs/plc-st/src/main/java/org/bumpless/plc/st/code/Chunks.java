package org.bumpless.plc.st.code;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plc.st.typed.Step;

/**
 * Cuts a long body into pieces: the JVM takes methods of 64 KiB at most, and its compiler leaves
 * alone what is longer than 8,000 bytes.
 */
final class Chunks {
  /** About 40 bytes each. */
  private static final int WEIGHT_MAX = 80;

  private Chunks() {}

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
