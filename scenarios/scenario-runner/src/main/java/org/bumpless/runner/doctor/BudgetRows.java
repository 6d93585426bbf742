package org.bumpless.runner.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.runner.bench.FloorLab;
import org.bumpless.scenario.timing.Adjudication;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Quantiles;

/** The budgets of a plant, each against what was measured of the floor. */
final class BudgetRows {
  private static final double MEDIAN = 0.5;
  private static final double TAIL = 0.999;
  private static final double MILLIS_PER_SECOND = 1000;

  private final FloorLab.Floor floor;

  BudgetRows(FloorLab.Floor floor) {
    this.floor = floor;
  }

  /**
   * One budget.
   *
   * @param ifMore what it would take if it takes more samples, in words
   */
  record Row(Adjudication found, String ifMore) {}

  /**
   * The budgets of conduits that share them.
   *
   * @param conduits in words; empty if there are no others
   */
  record Group(String conduits, List<Row> rows) {
    Group {
      rows = List.copyOf(rows);
    }
  }

  /** Conduits that share a budget share their rows. */
  List<Group> of(Plant plant) {
    Map<Budget, List<ConduitId>> budgets = new LinkedHashMap<>();
    for (Conduit conduit : plant.conduits()) {
      if (conduit.enforcement() == Enforcement.PEP) {
        budgets.computeIfAbsent(conduit.budget(), b -> new ArrayList<>()).add(conduit.id());
      }
    }
    boolean alone = budgets.size() == 1;
    List<Group> groups = new ArrayList<>();
    budgets.forEach(
        (budget, conduits) -> groups.add(new Group(alone ? "" : names(conduits), rows(budget))));
    return groups;
  }

  private static String names(List<ConduitId> conduits) {
    return conduits.stream().map(ConduitId::value).collect(Collectors.joining(", "));
  }

  private List<Row> rows(Budget budget) {
    return List.of(
        quantile("added latency p50", MEDIAN, budget.addedP50Max().toNanos()),
        quantile("added latency p99.9", TAIL, budget.addedP999Max().toNanos()),
        slowest(
            "session set-up", budget.setupMax().toNanos(), floor.setUpNanos(), FloorLab.SET_UPS),
        slowest(
            "time to revoke",
            budget.revokeMax().toNanos(),
            floor.probeGapNanos(),
            floor.probeGapNanos().size() + floor.unanswered()));
  }

  private Row quantile(String quantity, double q, long budgetNanos) {
    return new Row(
        Adjudication.ofQuantile(
            quantity, q, budgetNanos, floor.plan(), floor.direct(), floor.again(), floor.host()),
        atLeast(q, floor.plan()));
  }

  private static Row slowest(String quantity, long budgetNanos, List<Long> nanos, int planned) {
    return new Row(
        Adjudication.ofSlowest(quantity, budgetNanos, nanos, planned),
        "the slowest of %d took more than a quarter of the budget, others did not: examine again on a quieter host"
            .formatted(planned));
  }

  /** What was not enough is not enough; nobody knows more before it is measured. */
  static String atLeast(double q, LatencyPlan plan) {
    int needed = Quantiles.needed(q);
    int enough = Math.ceilDiv(needed, plan.rateHz());
    double measured = plan.perArm().toMillis() / MILLIS_PER_SECOND;
    return plan.requestsPerArm() < needed
        ? String.format(
            Locale.ROOT,
            "at least %d s for each arm: it is claimed with %,d samples at %d a second; here it had %.1f s",
            enough,
            needed,
            plan.rateHz(),
            measured)
        : String.format(
            Locale.ROOT,
            "at least %.0f s for each arm: with the %.1f s here a quarter of the budget lies inside its interval",
            Math.floor(measured) + 1,
            measured);
  }
}
