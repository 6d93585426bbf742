package org.bumpless.runner.sweep;

import java.util.Optional;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.reports.sweep.Extent;
import org.bumpless.reports.sweep.Judgement;

/** Weighs the budget of the plant file against the derived delay. */
final class Judge {
  private Judge() {}

  /** What the file allows to be added, 99.9th percentile, ns; empty where no product stands. */
  static Optional<Long> budgetNanos(Conduit conduit) {
    return conduit.enforcement() == Enforcement.PEP
        ? Optional.of(conduit.budget().addedP999Max().toNanos())
        : Optional.empty();
  }

  /**
   * The budget is of a request and its answer together; the derived delay is one way. A product may
   * spend all of it in one direction, so they are compared as they are.
   *
   * @param delay empty if no limit follows from the function
   */
  static Judgement of(Crossing crossing, Conduit conduit, Optional<Extent> delay) {
    return switch (crossing) {
      case Crossing.Wires _, Crossing.Guard _ -> Judgement.FORBIDDEN;
      case Crossing.Supervision _ -> supervision(conduit, delay);
    };
  }

  private static Judgement supervision(Conduit conduit, Optional<Extent> delay) {
    if (delay.isEmpty()) {
      return Judgement.NOTHING_TO_SAVE;
    }
    Optional<Long> budget = budgetNanos(conduit);
    if (budget.isEmpty()) {
      return Judgement.NO_BUDGET;
    }
    Extent borne = delay.get();
    return borne.open() || budget.get() <= borne.largest() ? Judgement.INSIDE : Judgement.LOOSER;
  }
}
