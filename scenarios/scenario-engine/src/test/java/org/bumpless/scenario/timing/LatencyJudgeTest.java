package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measurements whose right verdict is known: 5 ms may be added at the median, 50 ms at p99.9. */
class LatencyJudgeTest {
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(12), Duration.ofSeconds(1), 400);
  private static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
  private static final long SEED = 20_260_101;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private LatencyPlan plan = PLAN;
  private OptionalDouble idle = OptionalDouble.empty();
  private final Map<Arm, Samples> samples = new EnumMap<>(Arm.class);
  private final Map<Map<Arm, Samples>, LatencyFinding> judged = new HashMap<>();

  @Test
  void aQuickProductPasses() {
    arms(usual(), usual(), plus(0.3, usual()));

    assertThat(verdict()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aProductThatIsQuickerThanTheDirectWayPasses() {
    arms(plus(0.5, usual()), plus(0.5, usual()), usual());

    assertThat(verdict()).isEqualTo(new Verdict.Pass());
    assertThat(figure("p50").added().high()).isNegative();
  }

  @Test
  void eightyMillisecondsOnOneRequestInAHundredFail() {
    arms(usual(), usual(), sometimes(0.01, 80));

    assertThat(figure("p50").verdict()).isEqualTo(new Verdict.Pass());
    assertFail("p99.9");
  }

  @Test
  void onAHostWithoutAProcessorToSpareNobodyIsCalledLate() {
    idle = OptionalDouble.of(0.04);
    arms(usual(), usual(), sometimes(0.01, 80));
    assertInconclusive("added latency p99.9");
    assertThat(figure("p99.9").verdict().reasons().getFirst())
        .endsWith(
            "but the host had 4 % of its processors to spare while requests went through the"
                + " product: a faster host would settle it");

    arms(usual(), usual(), losing(1_000, 40));
    assertThat(figure("p99.9").verdict()).isInstanceOf(Verdict.Inconclusive.class);

    arms(usual(), usual(), plus(0.3, usual()));
    assertThat(verdict()).as("what is quick there is quick").isEqualTo(new Verdict.Pass());
  }

  @Test
  void onAHostWithAProcessorToSpareALateProductFails() {
    idle = OptionalDouble.of(0.10);
    arms(usual(), usual(), sometimes(0.01, 80));

    assertFail("p99.9");
  }

  @Test
  void aDelayInTwoHumpsFailsAtTheMedianWhenMoreThanHalfAreSlow() {
    arms(usual(), usual(), sometimes(0.6, 2.2));
    assertThat(verdict()).isEqualTo(new Verdict.Pass());

    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(usual(), usual(), sometimes(0.6, 8));
    assertFail("p50");
    assertThat(figure("p99.9").verdict()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void humpsThatTouchTheLastSamplesOnlyDoNotTell() {
    long[] seldom = {0};
    arms(usual(), usual(), at -> usual(at) + (++seldom[0] % 2_000 == 0 ? ms(80) : 0));

    assertThat(figure("p99.9").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(figure("p99.9").verdict().reasons().getFirst())
        .contains("the budget is 50.000 ms: more samples");
  }

  @Test
  void aStallOfTwoHundredMillisecondsInAHundredSecondsShowsFromTheIntendedTimeOnly() {
    plan = new LatencyPlan(Duration.ofSeconds(100), Duration.ofSeconds(1), 100);
    LongUnaryOperator stalled = at -> at >= ms(50_000) && at < ms(50_010) ? ms(200) : ms(0.2);
    arms(at -> ms(0.2), at -> ms(0.2), stalled);
    Samples product = product();

    assertThat(Quantiles.at(product.sorted(), 0.999)).isBetween(ms(90), ms(120));
    assertThat(Quantiles.at(product.withoutWaiting().sorted(), 0.999)).isEqualTo(ms(0.2));
    assertThat(verdict())
        .as("once is neither inside the budget nor proof against the product")
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aStallOfTwoHundredMillisecondsInEveryFourSecondsFails() {
    plan = new LatencyPlan(Duration.ofSeconds(100), Duration.ofSeconds(1), 100);
    LongUnaryOperator stalled =
        at -> at % ms(4_000) >= ms(500) && at % ms(4_000) < ms(510) ? ms(200) : ms(0.2);
    arms(at -> ms(0.2), at -> ms(0.2), stalled);

    assertFail("p99.9");
  }

  @Test
  void oneLostAnswerIsNeitherPassNorFail() {
    arms(usual(), usual(), losing(1_000, 1));

    assertThat(verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict().reasons().getFirst())
        .isEqualTo(
            "1 of 4800 requests through the product got no answer: a run without a lost answer would settle it");
    assertThat(judge().moreWouldSettle()).isFalse();
  }

  @Test
  void answersThatAreLostAllTheTimeFail() {
    long[] sent = {0};
    arms(usual(), usual(), at -> ++sent[0] % 50 == 0 ? Samples.LOST : usual(at));

    assertThat(verdict())
        .isEqualTo(
            new Verdict.Fail(
                "96 of 4800 requests through the product got no answer, too many to claim p99.9"));
  }

  @Test
  void aProductThatAnswersNothingFails() {
    arms(usual(), usual(), at -> Samples.LOST);

    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void whatIsLostWithoutTheProductTooIsNotItsFault() {
    arms(at -> Samples.LOST, at -> Samples.LOST, at -> Samples.LOST);
    assertInconclusive("4800 of 4800 requests past the product (direct) got no answer");

    arms(usual(), losing(1_000, 1), at -> Samples.LOST);
    assertInconclusive("1 of 4800 requests past the product (direct') got no answer");
  }

  @Test
  void answersThatCameTwiceOrWereNotCountedVoidTheMeasurement() {
    arms(usual(), usual(), usual());
    Samples whole = product();
    List<long[]> more = new ArrayList<>(whole.blocks());
    more.set(3, new long[401]);
    samples.put(Arm.PRODUCT, new Samples(more));
    assertInconclusive("4800 requests were planned for product and 4801 are known");

    samples.put(Arm.PRODUCT, whole);
    samples.put(Arm.DIRECT, new Samples(whole.blocks().subList(0, 11)));
    assertThatThrownBy(this::judge)
        .as("blocks that cannot be paired")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noiseThatDriftsOverTheRunHidesNoDifference() {
    LongUnaryOperator drifting = at -> ms(0.2) + at / 12_000 + usual(at) / 10;
    plan = new LatencyPlan(Duration.ofSeconds(48), Duration.ofSeconds(4), 80);
    LongUnaryOperator four = at -> drifting.applyAsLong(at) / 4;
    arms(four, four, plus(5.2, four));

    assertFail("p50");
  }

  @Test
  void tooFewSamplesClaimNothingEvenForAnAwfulProduct() {
    plan = new LatencyPlan(Duration.ofSeconds(7), Duration.ofSeconds(1), 400);
    arms(usual(), usual(), sometimes(0.01, 80));

    assertThat(figure("p99.9").verdict())
        .isEqualTo(
            new Verdict.Inconclusive(
                "too few samples to claim p99.9: more time per arm would settle it"));
    assertThat(figure("p50").verdict()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aFloorAboveAQuarterOfTheBudgetLeavesNoRoomForAFailure() {
    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(plus(1.2, usual()), plus(1.2, usual()), plus(7, usual()));

    assertThat(figure("p50").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(figure("p50").verdict().reasons().getFirst())
        .contains("without the product p50 is already 1.")
        .contains("more than a quarter of the budget 5.000 ms");
  }

  @Test
  void aFloorAboveAQuarterOfTheBudgetExcusesNobodyWhoIsBeyondItWithoutTheFloorToo() {
    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(plus(1.2, usual()), plus(1.2, usual()), plus(9, usual()));

    assertFail("p50");
  }

  @Test
  void eightyMillisecondsOnOneRequestInAHundredFailOnANoisyHostToo() {
    plan = new LatencyPlan(Duration.ofSeconds(18), Duration.ofSeconds(1), 625);
    LongUnaryOperator noisy =
        at -> usual(at) + (random.nextDouble() < 0.002 ? ms(20 + 20 * random.nextDouble()) : 0);
    arms(noisy, noisy, noisy);
    assertThat(figure("p99.9").verdict()).isNotInstanceOf(Verdict.Fail.class);

    arms(noisy, noisy, at -> noisy.applyAsLong(at) + (random.nextDouble() < 0.01 ? ms(80) : 0));
    assertThat(figure("p99.9").direct().value()).isGreaterThan(ms(12.5));
    assertThat(figure("p99.9").verdict()).isInstanceOf(Verdict.Fail.class);
    assertThat(figure("p99.9").verdict().reasons().getFirst())
        .startsWith("added latency p99.9 is beyond its budget 50.000 ms: more requests are late");
  }

  @Test
  void aFloorAboveAQuarterOfTheBudgetCannotFeignAPass() {
    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(plus(3, usual()), plus(3, usual()), plus(4.5, usual()));

    assertThat(figure("p50").absolute().high()).isLessThan(ms(5));
    assertThat(figure("p50").verdict()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aNullControlThatDiffersMuchLeavesNoRoomForAFailure() {
    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(usual(), plus(1.5, usual()), plus(7.1, usual()));

    assertThat(figure("p50").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(figure("p50").verdict().reasons().getFirst())
        .startsWith("two measurements without the product differ at p50 by 1.");
  }

  @Test
  void aNullControlThatDiffersALittleWidensTheInterval() {
    plan = new LatencyPlan(Duration.ofSeconds(32), Duration.ofSeconds(1), 100);
    arms(usual(), usual(), plus(5.4, usual()));
    assertFail("p50");

    arms(usual(), plus(1.0, usual()), plus(5.4, usual()));
    assertThat(figure("p50").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(figure("p50").added().low()).isBetween(ms(4.2), ms(4.6));
    assertThat(figure("p50").added().high()).isBetween(ms(6.2), ms(6.6));
  }

  @Test
  void aProductInsideItsBudgetThatOneClientCannotKeepBusyIsNotCondemnedForTheQueue() {
    arms(usual(), usual(), plus(4, usual()));

    assertThat(product().sorted()[2_400]).isGreaterThan(ms(200));
    assertInconclusive("through the product one client cannot send 400 requests per second");
    assertThat(figure("p50").added().value()).as("without the queue").isBetween(ms(3.9), ms(4.1));
    assertThat(judge().moreWouldSettle()).isFalse();
  }

  @Test
  void aProductBeyondItsBudgetFailsThoughItCannotKeepTheRate() {
    arms(usual(), usual(), plus(100, usual()));

    assertFail("p50");
    assertThat(figure("p50").added().value()).as("without the queue").isBetween(ms(99), ms(101));
  }

  @Test
  void aBenchThatCannotKeepTheRateWithoutTheProductClaimsNothing() {
    arms(usual(), plus(4, usual()), plus(100, usual()));

    assertInconclusive("even past the product (direct') the bench cannot send 400 requests");
  }

  @Test
  void whatOneLateRequestLeavesUndecidedIsDecidedByMoreRounds() {
    LatencyPlan once = new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625);
    plan = once;
    arms(usual(), usual(), usual());
    oneIsLate();
    assertThat(figure("p99.9").verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(judge().moreWouldSettle()).isTrue();

    plan = once.at(Look.THIRD);
    arms(usual(), usual(), usual());
    oneIsLate();
    assertThat(figure("p99.9").verdict()).isEqualTo(new Verdict.Pass());
    assertThat(product().count()).isEqualTo(3 * 3_750);
    assertThat(judge().moreWouldSettle()).isFalse();
  }

  /** One on a connection of its own: no other has to wait for it. */
  private void oneIsLate() {
    List<long[]> blocks = product().blocks();
    blocks.getFirst()[300] = ms(55);
    samples.put(Arm.PRODUCT, new Samples(blocks));
  }

  /** Thirty requests are late, but it is one stall: nobody knows how often there is one. */
  @Test
  void oneStallBeyondTheBudgetIsNeitherBlamedNorExcusedByItsManyRequests() {
    plan = new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625).at(Look.THIRD);
    arms(
        this::usual,
        this::usual,
        at -> usual(at) + (at > ms(500) && at < ms(555) ? ms(555) - at : 0));

    assertThat(figure("p99.9").absolute().value()).isLessThan(ms(50));
    assertThat(figure("p99.9").absolute().high()).isGreaterThan(ms(50));
    assertThat(figure("p99.9").verdict()).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void whatTheInstrumentMisreadsSettlesNothing() {
    arms(usual(), usual(), plus(0.3, usual()));
    relays(at -> ms(0.3), at -> ms(1.4));

    assertThat(judge().selfTest().sound()).isFalse();
    assertThat(verdict())
        .isEqualTo(
            new Verdict.Inconclusive(
                "the instrument does not read what it knows (1.000 ms injected, 1.100 ms read"
                    + " (1.099 ms to 1.101 ms)): a quieter host would settle it"));
    arms(usual(), usual(), plus(80, usual()));
    relays(at -> ms(0.3), at -> ms(0.3));
    assertThat(verdict()).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void anArmWithoutSamplesIsAnError() {
    arms(usual(), usual(), usual());
    samples.remove(Arm.DIRECT_AGAIN);

    assertThatThrownBy(this::judge)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no samples of arm direct'");
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 14, 15, 92})
  void aProductThatAddsNothingNeverFailsHoweverNoisyTheHost(long seed) {
    SplittableRandom noise = new SplittableRandom(seed);
    LongUnaryOperator heavy =
        at ->
            ms(0.2 / Math.pow(1 - noise.nextDouble(), 0.9))
                + (noise.nextInt(900) == 0 ? ms(120) : 0);
    arms(heavy, heavy, heavy);

    assertThat(verdict()).as("seed %d", seed).isNotInstanceOf(Verdict.Fail.class);
  }

  private static long ms(double millis) {
    return Math.round(millis * 1_000_000);
  }

  /** 0.2 ms and a tail of some tenths. */
  private LongUnaryOperator usual() {
    return this::usual;
  }

  private long usual(long at) {
    return ms(0.2) + (long) (ms(0.05) * -Math.log(1 - random.nextDouble()));
  }

  private static LongUnaryOperator plus(double millis, LongUnaryOperator other) {
    return at -> other.applyAsLong(at) + ms(millis);
  }

  private LongUnaryOperator sometimes(double share, double millis) {
    return at -> usual(at) + (random.nextDouble() < share ? ms(millis) : 0);
  }

  private LongUnaryOperator losing(int first, int count) {
    int[] sent = {0};
    return at -> {
      int number = sent[0]++;
      return number >= first && number < first + count ? Samples.LOST : usual(at);
    };
  }

  private void arms(LongUnaryOperator direct, LongUnaryOperator again, LongUnaryOperator product) {
    samples.put(Arm.DIRECT, SerialClient.run(plan, direct));
    samples.put(Arm.DIRECT_AGAIN, SerialClient.run(plan, again));
    samples.put(Arm.PRODUCT, SerialClient.run(plan, product));
    relays(at -> ms(0.3), at -> ms(1.3));
  }

  private void relays(LongUnaryOperator keepsNothing, LongUnaryOperator delays) {
    samples.put(Arm.NULL_RELAY, SerialClient.run(plan.of(Arm.NULL_RELAY), keepsNothing));
    samples.put(Arm.DELAYING_RELAY, SerialClient.run(plan.of(Arm.DELAYING_RELAY), delays));
  }

  private Samples product() {
    return Objects.requireNonNull(samples.get(Arm.PRODUCT));
  }

  /** Judged once for each set of samples: the bootstrap takes its time. */
  private LatencyFinding judge() {
    Map<Arm, Samples> now = Map.copyOf(samples);
    return judged.computeIfAbsent(now, this::judge);
  }

  private LatencyFinding judge(Map<Arm, Samples> now) {
    return LatencyJudge.judge(
        new Target(
            "SCADA-1 to LIC-101",
            new ConduitId("site-to-cell-1"),
            "host",
            BUDGET,
            Duration.ofMillis(250)),
        plan,
        new Taken(
            now,
            new Injected(ms(1), 1),
            new HostNoise(idle, OptionalDouble.empty(), Optional.empty())),
        new SplittableRandom(SEED));
  }

  private Verdict verdict() {
    return judge().verdict();
  }

  private Figure figure(String name) {
    return judge().figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private void assertFail(String name) {
    assertThat(figure(name).verdict())
        .as("seed %d, %s", SEED, name)
        .isInstanceOf(Verdict.Fail.class);
    assertThat(verdict()).isInstanceOf(Verdict.Fail.class);
  }

  private void assertInconclusive(String beginning) {
    assertThat(verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(verdict().reasons().getFirst()).startsWith(beginning);
  }
}
