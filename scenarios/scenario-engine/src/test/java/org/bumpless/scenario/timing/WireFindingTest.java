package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What the wire can settle, and what it cannot. */
class WireFindingTest {
  private static final int SENT = 4_000;
  private static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(4), Duration.ofSeconds(1), 1_000);
  private static final Verdict NOISY = new Verdict.Inconclusive("a quieter host would settle it");

  @Test
  void whatTheProductKeepsIsGivenWithItsInterval() {
    WireFinding wire = finding(NOISY, 2_000_000).seen(kept(300_000), 7).wire().orElseThrow();

    assertThat(wire.requests()).isEqualTo(SENT);
    assertThat(wire.sameBytes()).isEqualTo(7);
    assertThat(wire.figures())
        .extracting(WireFinding.Figure::name, f -> f.kept().value(), f -> f.kept().claimed())
        .containsExactly(tuple("p50", 300_000L, true), tuple("p99.9", 300_000L, true));
  }

  @Test
  void aNoisyHostIsSettledByAWireThatIsInsideTheBudget() {
    assertThat(finding(NOISY, 2_000_000).seen(kept(300_000), SENT).verdict())
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void aHostThatMisreadsWhatItKnowsIsNot() {
    assertThat(finding(NOISY, 2_000_000, 4_000_000).seen(kept(300_000), SENT).verdict())
        .isEqualTo(NOISY);
  }

  @Test
  void aSelfTestThatMayHaveSeenNothingShowsNothing() {
    Injected injected = new Injected(1_000_000, 1);

    assertThat(new SelfTest(injected, new Interval(1, 900_000, 1_200_000, true), 0, 0).sound())
        .isTrue();
    assertThat(new SelfTest(injected, new Interval(0, 900_000, 1_200_000, true), 0, 0).sound())
        .isFalse();
    assertThat(new SelfTest(new Injected(0, 1), new Interval(0, 0, 0, true), 0, 0).sound())
        .isFalse();
  }

  @Test
  void aWireThatIsNotInsideTheBudgetSettlesNothing() {
    assertThat(finding(NOISY, 2_000_000).seen(kept(80_000_000), SENT).verdict()).isEqualTo(NOISY);
  }

  @Test
  void someLateRequestsOfManyAreEnoughToSettleNothing() {
    long[] kept = kept(300_000);
    Arrays.fill(kept, 0, 3, 60_000_000);

    assertThat(finding(NOISY, 2_000_000).seen(kept, SENT).verdict()).isEqualTo(NOISY);
  }

  @Test
  void aFailureStandsIfTheWireSaysSoToo() {
    Verdict late = new Verdict.Fail("added latency p99.9 is at least 80 ms");

    assertThat(finding(late, 80_000_000).seen(kept(79_000_000), SENT).verdict()).isEqualTo(late);
    assertThat(finding(late, 80_000_000).unseen("no tap").verdict()).isEqualTo(late);
  }

  @Test
  void aFailureThatTheProductDidNotCauseIsOpen() {
    Verdict late = new Verdict.Fail("added latency p99.9 is at least 80 ms");

    Verdict found = finding(late, 80_000_000).seen(kept(300_000), SENT).verdict();

    assertThat(found).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(found.reasons())
        .containsExactly(
            "added latency p99.9 is at least 80 ms; but on the wire the product itself is inside it: a faster host would settle it");
  }

  @Test
  void whatPassesOnTheHostPasses() {
    assertThat(finding(new Verdict.Pass(), 300_000).seen(kept(80_000_000), SENT).verdict())
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void anAnswerThatNeverCameIsNotSettledByThoseThatCame() {
    LatencyFinding lost = finding(NOISY, Samples.LOST);

    assertThat(lost.seen(kept(300_000), SENT).verdict()).isEqualTo(NOISY);
  }

  @Test
  void requestsThatWereNotSeenMakeTheOthersSayNothing() {
    long[] some = Arrays.copyOf(kept(300_000), SENT - 1);

    LatencyFinding found = finding(NOISY, 2_000_000).seen(some, SENT - 1);

    assertThat(found.verdict()).isEqualTo(NOISY);
    assertThat(found.wire().orElseThrow().figures()).isEmpty();
    assertThat(found.wire().orElseThrow().lack())
        .isEqualTo("4000 requests were planned and 3999 were seen on both sides of the product");
  }

  @Test
  void whatCouldNotBeSeenSaysWhy() {
    LatencyFinding found = finding(NOISY, 2_000_000).unseen("the tap has failed");

    assertThat(found.verdict()).isEqualTo(NOISY);
    assertThat(found.wire().orElseThrow().lack()).isEqualTo("the tap has failed");
    assertThat(found.wire().orElseThrow().inside()).isFalse();
  }

  private static long[] kept(long nanos) {
    long[] kept = new long[SENT];
    Arrays.fill(kept, nanos);
    return kept;
  }

  private static LatencyFinding finding(Verdict verdict, long productNanos) {
    return finding(verdict, productNanos, 1_001_000);
  }

  /**
   * @param readNanos what the instrument reads of a delay of 1 ms
   */
  private static LatencyFinding finding(Verdict verdict, long productNanos, long readNanos) {
    Map<Arm, Samples> samples =
        Stream.of(Arm.values())
            .collect(
                Collectors.toMap(
                    arm -> arm, arm -> samples(arm == Arm.PRODUCT ? productNanos : 1_000_000)));
    Target target =
        new Target(
            "SCADA-1 to LIC-101",
            new ConduitId("site-to-cell-1"),
            "host",
            BUDGET,
            Duration.ofMillis(250));
    Injected injected = new Injected(1_000_000, 1);
    return new LatencyFinding(
        target,
        PLAN,
        samples,
        List.of(),
        verdict,
        new SelfTest(
            injected, new Interval(readNanos - 6_000, readNanos, readNanos + 7_000, true), 0, 0),
        Observations.of(
            target, PLAN, new Taken(samples, injected, HostNoise.UNKNOWN), new SplittableRandom(1)),
        Optional.empty());
  }

  private static Samples samples(long nanos) {
    List<long[]> blocks =
        Stream.generate(() -> new long[SENT / 4])
            .limit(4)
            .peek(block -> Arrays.fill(block, nanos))
            .toList();
    return new Samples(blocks);
  }
}
