package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairnessTest {
  private static final int FLOWS = 4;
  private static final Duration DEADLINE = Duration.ofMillis(100);
  private static final long MILLI = 1_000_000;

  @Test
  void connectionsThatAreServedAlikeHaveIndexOne() {
    Fairness fair = fairness(request -> 2 * MILLI);

    assertThat(fair).isEqualTo(new Fairness(FLOWS, 1, 2 * MILLI, 2 * MILLI));
  }

  @Test
  void oneThatGetsEverythingMakesItOnePartOfTheirNumber() {
    Fairness unfair = fairness(request -> request % FLOWS == 1 ? MILLI : Samples.LOST);

    assertThat(unfair.index()).isCloseTo(1.0 / FLOWS, within(1e-9));
    assertThat(unfair.slowestNanos()).isEqualTo(Samples.LOST);
  }

  @Test
  void oneThatIsHeldBackIsTheSlowest() {
    Fairness unfair = fairness(request -> request % FLOWS == 3 ? 120 * MILLI : 2 * MILLI);

    assertThat(unfair.index()).isCloseTo(0.75, within(1e-9));
    assertThat(unfair.typicalNanos()).isEqualTo(2 * MILLI);
    assertThat(unfair.slowestNanos()).isEqualTo(120 * MILLI);
  }

  @Test
  void whereNobodyGetsAnythingItIsZero() {
    assertThat(fairness(request -> Samples.LOST).index()).isZero();
    assertThat(Fairness.of(Samples.NONE, FLOWS, DEADLINE)).isEqualTo(new Fairness(0, 0, 0, 0));
  }

  /** Two blocks whose length is no multiple of the number of connections. */
  private static Fairness fairness(IntToLongFunction nanosOfRequest) {
    long[] block = IntStream.range(0, 4 * FLOWS + 1).mapToLong(nanosOfRequest).toArray();
    return Fairness.of(new Samples(List.of(block, block)), FLOWS, DEADLINE);
  }
}
