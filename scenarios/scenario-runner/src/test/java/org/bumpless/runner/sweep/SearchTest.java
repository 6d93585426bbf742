package org.bumpless.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.reports.sweep.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final double MOST = 6e10;

  @ParameterizedTest
  @ValueSource(doubles = {1.2e4, 4e5, 1e6, 3.3e6, 7.7e8, 5.9e10})
  void findsTheLimitOfAJudgeToFivePercentFromBelow(double limit) {
    List<Double> tried = new ArrayList<>();

    Extent found =
        Search.delay(MOST)
            .largest(
                amount -> {
                  tried.add(amount);
                  return amount <= limit;
                });

    assertThat(found.open()).isFalse();
    assertThat(found.largest()).isBetween(limit / 1.05, limit);
    assertThat(tried).hasSizeLessThan(30);
  }

  @Test
  void whatBearsEverythingIsOpen() {
    assertThat(Search.delay(MOST).largest(_ -> true)).isEqualTo(new Extent(MOST, true));
  }

  @Test
  void whatBearsNothingHasNoExtent() {
    assertThat(Search.delay(MOST).largest(_ -> false)).isEqualTo(Extent.NONE);
  }

  @Test
  void nothingBeyondTheMostIsTried() {
    assertThat(Search.loss().largest(share -> share <= 0.5).largest()).isBetween(0.475, 0.5);
    assertThat(new Search(5, 3, 1).largest(amount -> amount <= 3)).isEqualTo(new Extent(3, true));
  }
}
