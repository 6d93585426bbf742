package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.scenario.timing.Adjudication.Answer;
import org.junit.jupiter.api.Test;

class AdjudicationTest {
  private static final long MILLI = 1_000_000;
  private static final Answer CANNOT = Answer.CANNOT;
  private static final long BUDGET = 40 * MILLI;
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625);

  @Test
  void aFloorWellBelowAQuarterOfTheBudgetCanBeJudgedOn() {
    assertThat(tail(samples(3_750, MILLI, 5, 9), samples(3_750, MILLI, 5, 9)).answer())
        .isEqualTo(Answer.CAN);
  }

  @Test
  void aFloorAboveAQuarterOfTheBudgetCannot() {
    assertThat(tail(samples(3_750, 11 * MILLI, 0, 0), samples(3_750, 11 * MILLI, 0, 0)).answer())
        .isEqualTo(Answer.CANNOT);
  }

  @Test
  void twoMeasurementsThatDifferByMoreThanAQuarterCannot() {
    assertThat(tail(samples(3_750, MILLI, 0, 0), samples(3_750, MILLI, 8, 12)).answer())
        .isEqualTo(Answer.CANNOT);
  }

  @Test
  void aFloorThatMayLieOnEitherSideWantsMoreSamples() {
    Samples some = samples(3_750, MILLI, 3, 12);

    assertThat(tail(some, some).answer()).isEqualTo(Answer.MORE_SAMPLES);
  }

  @Test
  void tooFewSamplesToClaimTheQuantileWantMore() {
    Samples few = samples(2_994, MILLI, 0, 0);

    assertThat(tail(few, few).answer()).isEqualTo(Answer.MORE_SAMPLES);
    assertThat(Quantiles.needed(0.999)).isEqualTo(2_995);
    assertThat(Quantiles.needed(0.99)).isEqualTo(299);
  }

  @Test
  void theSlowestOfAFewTimesCounts() {
    assertThat(slowest(MILLI, 10 * MILLI)).isEqualTo(Answer.CAN);
    assertThat(slowest(11 * MILLI, 12 * MILLI)).isEqualTo(Answer.CANNOT);
    assertThat(slowest(MILLI, 11 * MILLI)).isEqualTo(Answer.MORE_SAMPLES);
    assertThat(Adjudication.ofSlowest("set-up", BUDGET, List.of(MILLI), 2).answer())
        .as("one failed")
        .isEqualTo(Answer.CANNOT);
    assertThat(Adjudication.ofSlowest("set-up", BUDGET, List.of(), 2).answer())
        .as("none came through")
        .isEqualTo(Answer.CANNOT);
  }

  @Test
  void whatRefusesARunIsAnObstacleWhateverTheFloor() {
    Samples good = samples(3_750, MILLI, 0, 0);
    Samples lossy =
        new Samples(List.of(new long[] {MILLI, Samples.LOST}, good.blocks().getFirst()));

    assertThat(with(good, host(0.5, 1)).answer()).isEqualTo(Answer.CAN);
    assertThat(with(good, host(0.05, 1)).answer()).as("no processor to spare").isEqualTo(CANNOT);
    assertThat(with(good, host(0.5, 11)).answer()).as("late wake-ups").isEqualTo(CANNOT);
    assertThat(with(lossy, host(0.5, 1)).answer()).as("lost answers").isEqualTo(CANNOT);
    assertThat(with(good, host(0.05, 1)).reason())
        .hasValueSatisfying(why -> assertThat(why).startsWith("the host had only 5 % of its"));
    assertThat(with(good, host(0.5, 11)).reason())
        .hasValueSatisfying(why -> assertThat(why).contains("late by 11.000 ms at this quantile"));
    assertThat(with(late(), host(0.5, 1)).answer()).as("missed rate").isEqualTo(CANNOT);
    assertThat(with(late(), host(0.5, 1)).reason())
        .contains("even where no product stands 625 requests a second cannot be sent");
  }

  @Test
  void whatCannotSaysWhy() {
    Samples late = samples(3_750, 12 * MILLI, 0, 0);
    Samples quick = samples(3_750, MILLI, 0, 0);

    assertThat(tail(late, late).reason())
        .contains("without a product it is 12.000 ms at least, more than a quarter of the budget");
    assertThat(tail(quick, late).reason())
        .contains(
            "two measurements without a product differ by 11.000 ms, more than a quarter of the budget");
    assertThat(tail(quick, quick).reason()).isEmpty();
  }

  private static Adjudication with(Samples samples, HostNoise host) {
    return Adjudication.ofQuantile("p99.9", 0.999, BUDGET, PLAN, samples, samples, host);
  }

  private static HostNoise host(double idle, long lateMillis) {
    long late = lateMillis * MILLI;
    return new HostNoise(
        OptionalDouble.of(idle),
        OptionalDouble.empty(),
        Optional.of(new HostNoise.WakeUps(1_000, late, late, late)));
  }

  private static Answer slowest(Long... nanos) {
    return Adjudication.ofSlowest("set-up", BUDGET, List.of(nanos), nanos.length).answer();
  }

  private static Adjudication tail(Samples direct, Samples again) {
    return Adjudication.ofQuantile("p99.9", 0.999, BUDGET, PLAN, direct, again, HostNoise.UNKNOWN);
  }

  /** Usual ones, and some that are late by so many milliseconds. */
  private static Samples samples(int count, long usual, int late, long lateMillis) {
    long[] block = new long[count];
    Arrays.fill(block, usual);
    Arrays.fill(block, 0, late, lateMillis * MILLI);
    return new Samples(List.of(block));
  }

  /** Answered at once when they were sent; the last of each block was sent 0.2 s late. */
  private static Samples late() {
    long[] fromIntended = new long[3_750];
    Arrays.fill(fromIntended, MILLI);
    fromIntended[fromIntended.length - 1] = 201 * MILLI;
    long[] fromSent = new long[3_750];
    Arrays.fill(fromSent, MILLI);
    return new Samples(List.of(fromIntended), List.of(fromSent));
  }
}
