package org.bumpless.scenario.ledger;

import java.util.List;
import org.bumpless.plant.model.Effect;
import org.bumpless.scenario.history.Entry;

/**
 * The books of a stretch of history, balanced.
 *
 * @param unexplained changes that nobody wanted, each with the operation it probably came from
 * @param lost wanted writes that were answered and did not take hold
 * @param hindered wanted operations that were refused or not answered
 */
public record Books(List<Unexplained> unexplained, List<Entry.Act> lost, List<Entry.Act> hindered) {
  public Books {
    unexplained = List.copyOf(unexplained);
    lost = List.copyOf(lost);
    hindered = List.copyOf(hindered);
  }

  /** Whether everything is explained. */
  public boolean balanced() {
    return unexplained.isEmpty() && lost.isEmpty() && hindered.isEmpty();
  }

  /**
   * A change that no wanted operation explains.
   *
   * @param cause in words: who tried this, or that a wanted write took hold once too often, or that
   *     nobody is known
   */
  public record Unexplained(Effect effect, String cause) {}
}
