package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.problem.Problem;

/** What has been found so far. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** A piece of work that may fail. */
  @FunctionalInterface
  interface Work<T> {
    T get() throws Slip;
  }

  /** Does it; what is wrong with it is noted down. */
  <T> Optional<T> tried(Work<T> work) {
    try {
      return Optional.of(work.get());
    } catch (Slip slip) {
      found.add(slip.problem());
      return Optional.empty();
    }
  }

  /** In the order of the lines. */
  List<Problem> all() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .distinct()
        .toList();
  }
}
