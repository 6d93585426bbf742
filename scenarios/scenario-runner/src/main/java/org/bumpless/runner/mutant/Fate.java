package org.bumpless.runner.mutant;

import java.util.List;

/** What became of a mutant. */
public sealed interface Fate {

  /**
   * Scenarios have shown the fault.
   *
   * @param catches in the order in which they were driven; never empty
   */
  record Caught(List<Catch> catches) implements Fate {
    public Caught {
      catches = List.copyOf(catches);
    }
  }

  /**
   * Nothing has shown the fault: the bench would have certified this product.
   *
   * @param scenarios how many scenarios were driven and judged
   */
  record Survived(int scenarios) implements Fate {}

  /**
   * It cannot be told.
   *
   * @param doubts one sentence each; never empty
   */
  record Open(List<String> doubts) implements Fate {
    public Open {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * A scenario that failed with the mutant and passed with the control.
   *
   * @param scenario its id, for example {@code attack/identity.feature:12}
   * @param requirements ids of the requirements that it verifies
   * @param evidence what was seen, the first sentence of the verdict
   */
  record Catch(String scenario, String name, List<String> requirements, String evidence) {
    public Catch {
      requirements = List.copyOf(requirements);
    }
  }

  /** CAUGHT, SURVIVED or OPEN. */
  default String word() {
    return switch (this) {
      case Caught(var _) -> "CAUGHT";
      case Survived(var _) -> "SURVIVED";
      case Open(var _) -> "OPEN";
    };
  }
}
