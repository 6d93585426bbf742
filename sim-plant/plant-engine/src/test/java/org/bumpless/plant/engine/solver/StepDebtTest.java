package org.bumpless.plant.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepDebtTest {
  private static int taken(StepDebt debt) {
    int steps = 0;
    while (debt.take()) {
      steps++;
    }
    return steps;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42})
  void asManyStepsAsTheTimeHoldsHoweverItIsCut(long seed) {
    System.out.println("step debt: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    StepDebt debt = new StepDebt(300_000);
    long sumNanos = 0;
    int steps = 0;
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong(1, 2_000_000);
      sumNanos += nanos;
      debt.add(nanos / 1e9);
      steps += taken(debt);
    }
    assertThat(steps).isEqualTo((int) (sumNanos / 300_000)).isPositive();
    assertThat(debt.owedNanos()).isEqualTo(sumNanos % 300_000);
  }

  @Test
  void whatIsOwedCanBeRestored() {
    StepDebt debt = new StepDebt(10);
    debt.restore(25);
    assertThat(taken(debt)).isEqualTo(2);
    assertThat(debt.owedNanos()).isEqualTo(5);
  }

  @Test
  void aStepHasALength() {
    StepDebt debt = new StepDebt(10);
    assertThatThrownBy(() -> debt.add(0)).hasMessage("step of 0.0 s: expected more than 0");
    assertThatThrownBy(() -> debt.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepDebt(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
