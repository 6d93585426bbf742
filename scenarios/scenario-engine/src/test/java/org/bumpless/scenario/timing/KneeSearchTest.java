package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KneeSearchTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 40, 99, 100, 101, 777, 3_000})
  void theKneeLiesBetweenItsBounds(int carries) {
    Knee knee = search(rate -> rate <= carries);

    assertThat(knee.keptHz()).isLessThanOrEqualTo(carries);
    assertThat(knee.brokenHz()).isGreaterThan(carries);
    assertThat(knee.brokenHz()).isLessThanOrEqualTo(Math.max(2, (int) (knee.keptHz() * 1.21) + 1));
  }

  @Test
  void whatCarriesEverythingHasNoUpperBound() {
    assertThat(search(rate -> true)).isEqualTo(new Knee(4_000, Knee.NONE));
  }

  @Test
  void whatCarriesNothingHasNoLowerBound() {
    Knee knee = search(rate -> false);

    assertThat(knee).isEqualTo(new Knee(0, 1));
    assertThat(knee.told()).isEqualTo("it is not kept even at 1 requests a second");
  }

  @Test
  void aTrialThatTheHostDisturbsDecidesNothing() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      Knee knee = search(rate -> rate <= 500 && random.nextInt(20) > 0);

      assertThat(knee.keptHz()).as("search %d", i).isLessThanOrEqualTo(500);
    }
  }

  @Test
  void aSearchEnds() {
    SplittableRandom random = new SplittableRandom(9);
    KneeSearch search = new KneeSearch(100, 4_000);
    int trials = 0;
    for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
      search.tried(next.getAsInt(), random.nextBoolean());
      trials++;
    }
    assertThat(trials).isLessThanOrEqualTo(60);
  }

  @Test
  void whatThePlantNeedsDecides() {
    Knee plenty = new Knee(4_000, Knee.NONE);
    assertThat(new LoadFinding("f", plenty, new Knee(300, 360), 280).verdict())
        .isEqualTo(new Verdict.Pass());
    assertThat(new LoadFinding("f", plenty, new Knee(100, 120), 280).verdict())
        .isInstanceOf(Verdict.Fail.class);
    assertThat(new LoadFinding("f", plenty, new Knee(250, 300), 280).verdict())
        .as("between the bounds")
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(new LoadFinding("f", new Knee(200, 240), new Knee(100, 120), 280).verdict())
        .as("the host itself does not carry it")
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  private static Knee search(IntPredicate carries) {
    KneeSearch search = new KneeSearch(100, 4_000);
    for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
      search.tried(next.getAsInt(), carries.test(next.getAsInt()));
    }
    return search.knee();
  }
}
