package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bumpless.plant.model.Budget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyPlanTest {

  @ParameterizedTest(name = "{0} Hz, p50 {1} ms, p99.9 {2} ms: {3} connections")
  @CsvSource({
    "625, 5, 50, 16", // 32 would be too many for a controller
    "100, 5, 50, 5", // each of them asked every 50 ms
    "100, 20, 30, 4", // each of them asked every 40 ms
    "625, 1, 2, 2",
    "10, 1, 1, 1",
  })
  void aConnectionIsNotAskedAgainBeforeAProductInsideItsBudgetHasAnswered(
      int rateHz, int p50Millis, int p999Millis, int lines) {
    LatencyPlan plan = new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), rateHz);
    Budget budget =
        new Budget(
            Duration.ofMillis(p50Millis),
            Duration.ofMillis(p999Millis),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    assertThat(plan.lines(Arm.PRODUCT, budget)).isEqualTo(lines);
    assertThat(plan.lines(Arm.NULL_RELAY, budget)).isEqualTo(Math.min(lines, 4));
  }
}
