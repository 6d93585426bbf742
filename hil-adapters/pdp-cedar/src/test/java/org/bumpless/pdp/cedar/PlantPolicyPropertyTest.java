package org.bumpless.pdp.cedar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject.Kind;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.junit.jupiter.api.Test;

/**
 * The shipped policy on random questions: to take something away from a subject never turns a
 * denial into a permit.
 */
class PlantPolicyPropertyTest {
  private static final int QUESTIONS = 500;

  /** {@code -Dbumpless.seed=N} repeats a run. */
  private final long seed =
      Long.getLong("bumpless.seed", new SplittableRandom().nextLong()).longValue();

  @Test
  void whoHasLessNeverGetsMore() throws Exception {
    System.out.println("PlantPolicyPropertyTest: repeat with -Dbumpless.seed=" + seed);
    RandomGenerator random = new SplittableRandom(seed);
    int permits = 0;
    try (PolicyDecisionPoint pdp = ShippedPolicy.whole()) {
      for (int i = 0; i < QUESTIONS; i++) {
        Asked asked = question(random);
        assertThat(pdp.evaluate(asked.request())).isNotInstanceOf(Indeterminate.class);
        if (pdp.evaluate(asked.request()) instanceof Permit) {
          permits++;
          continue;
        }
        for (Map.Entry<String, UnaryOperator<Asked>> loss : losses().entrySet()) {
          Asked less = loss.getValue().apply(asked);
          assertThat(pdp.evaluate(less.request()))
              .as(
                  "seed %d, question %d: %s turned a denial into a permit: %s",
                  seed, i, loss.getKey(), less)
              .isNotInstanceOf(Permit.class);
        }
      }
    }
    assertThat(permits).as("permits among the questions, seed %d", seed).isBetween(20, 480);
  }

  @Test
  void whoMayWriteMayRead() throws Exception {
    RandomGenerator random = new SplittableRandom(seed);
    int writes = 0;
    try (PolicyDecisionPoint pdp = ShippedPolicy.whole()) {
      for (int i = 0; i < QUESTIONS; i++) {
        Asked write = question(random).action(Action.WRITE);
        if (pdp.evaluate(write.request()) instanceof Permit) {
          writes++;
          assertThat(pdp.evaluate(write.action(Action.READ).request()))
              .as("seed %d, question %d: %s", seed, i, write)
              .isInstanceOf(Permit.class);
        }
      }
    }
    assertThat(writes).as("permitted writes, seed %d", seed).isPositive();
  }

  private static Map<String, UnaryOperator<Asked>> losses() {
    Map<String, UnaryOperator<Asked>> losses = new LinkedHashMap<>();
    losses.put("loss of MFA", asked -> asked.mfa(false));
    losses.put("loss of the ticket", asked -> asked.ticket(Optional.empty()));
    losses.put("an unhealthy device", asked -> asked.edrHealthy(false));
    losses.put("an invalid certificate", asked -> asked.svidValid(false));
    losses.put("loss of all groups", asked -> asked.groups(Set.of()));
    losses.put("loss of the role", asked -> asked.role(""));
    losses.put("loss of the declared flow", asked -> asked.flow(DeclaredFlow.NONE));
    losses.put("loss of the directory entry", asked -> asked.kind(Kind.UNKNOWN));
    return losses;
  }

  private static Asked question(RandomGenerator random) {
    Duration offset = Duration.ofNanos(random.nextLong(-2, 3));
    boolean atAnEdge = random.nextInt(4) == 0;
    boolean opening = random.nextBoolean();
    return new Asked(
        pick(random, Kind.values()),
        usually(random),
        usually(random),
        usually(random),
        usually(random) ? Set.of("controls-engineering") : Set.of("staff"),
        usually(random) ? "lead-engineer" : "technician",
        pick(random, Action.values()),
        usually(random) ? PurdueLevel.L1 : pick(random, PurdueLevel.values()),
        pick(random, SecurityLevel.values()),
        atAnEdge ? (opening ? Asked.OPENS : Asked.CLOSES).plus(offset) : Asked.WITHIN,
        usually(random)
            ? Optional.of(new Ticket("CHG-1", Asked.OPENS, Asked.CLOSES))
            : Optional.empty(),
        pick(random, DeclaredFlow.values()));
  }

  private static boolean usually(RandomGenerator random) {
    return random.nextInt(10) > 0;
  }

  private static <T> T pick(RandomGenerator random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
