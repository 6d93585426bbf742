package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On a host that stands still now and then, with few blocks to judge by. */
class ExcessTest {
  private static final int TRIALS = 2_000;
  private static final int BLOCKS = 5;
  private static final int REQUESTS = 250;
  private static final int STALLED = 50;
  private static final long BUDGET = 4_000_000;
  private static final long STALL = 20_000_000;

  /** It is 1 in 1,000 here; by an interval of the usual width it would be 8.5. */
  @Test
  void stallsOfTheHostSeldomLookLikeTheProducts() {
    SplittableRandom random = new SplittableRandom(1_000);

    long wrong =
        IntStream.range(0, TRIALS)
            .filter(_ -> beyond(stalling(random, 0), stalling(random, 0), stalling(random, 0)))
            .count();

    assertThat(wrong / (double) TRIALS).isLessThan(0.005);
  }

  @Test
  void aProductThatIsAlwaysLateIsSeenThroughTheStalls() {
    SplittableRandom random = new SplittableRandom(1_001);

    assertThat(IntStream.range(0, 100))
        .allMatch(
            _ -> beyond(stalling(random, 0), stalling(random, 0), stalling(random, 2 * BUDGET)));
  }

  private static boolean beyond(Samples direct, Samples again, Samples product) {
    return Excess.unexplained(
            direct, again, product, Quantiles.TAIL, BUDGET, new SplittableRandom(5))
        > 0;
  }

  /** Blocks of which every fifth has a stall in it. */
  private static Samples stalling(SplittableRandom random, long added) {
    List<long[]> blocks =
        IntStream.range(0, BLOCKS)
            .mapToObj(
                _ -> {
                  long[] block = new long[REQUESTS];
                  Arrays.fill(block, 200_000 + added);
                  if (random.nextInt(5) == 0) {
                    int from = random.nextInt(REQUESTS - STALLED);
                    Arrays.fill(block, from, from + STALLED, STALL + added);
                  }
                  return block;
                })
            .toList();
    return new Samples(blocks);
  }
}
