package org.bumpless.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
  private static final double TENTH = 0.1;
  private static final long NONE = Quantity.UNBOUNDED;

  @ParameterizedTest(name = "{0} to {1}, then {2} to {3}: {4}")
  @CsvSource({
    "100, 200, 100, 200, UNCHANGED",
    "100, 200, 1500, 1600, SLOWER",
    "100, 200, 1201, 1300, SLOWER",
    "100, 200, 1200, 1300, UNDECIDED", // just as much as nobody minds, perhaps
    "1500, 1600, 100, 200, FASTER",
    "100, 200, 100, 1300, UNDECIDED",
    "0, 5000, 0, 5000, UNDECIDED", // nobody can tell from such wide ones
  })
  void aChangeIsCalledOneOnlyIfItIsForCertain(
      long low, long high, long lowThen, long highThen, Change.Kind kind) {
    assertThat(change(low, high, lowThen, highThen).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, false", "true, true"})
  void whatHasNoEndIsNeverDecided(boolean before, boolean after) {
    assertThat(change(100, before ? NONE : 200, 100, after ? NONE : 200).kind())
        .isEqualTo(Change.Kind.UNDECIDED);
    assertThat(change(before ? -NONE : 100, 200, after ? -NONE : 100, 200).kind())
        .isEqualTo(Change.Kind.UNDECIDED);
  }

  /** The budget is 10,000, so that 1,000 are nothing. */
  private static Change change(long low, long high, long lowThen, long highThen) {
    return new Quantity("q", lowThen, highThen, 10_000)
        .since(new Quantity("q", low, high, 10_000), TENTH);
  }
}
