package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
  private static final long LOST = Samples.LOST;

  @Test
  void countsAndSortsAllBlocks() {
    Samples samples = new Samples(List.of(new long[] {3, LOST, 1}, new long[] {2}));

    assertThat(samples.count()).isEqualTo(4);
    assertThat(samples.lost()).isEqualTo(1);
    assertThat(samples.sorted()).containsExactly(1, 2, 3, LOST);
  }

  @Test
  void areNotChangedThroughTheArraysTheyWereMadeOf() {
    long[] block = {1, 2};
    Samples samples = new Samples(List.of(block));
    block[0] = 99;

    assertThat(samples.sorted()).containsExactly(1, 2);
  }

  @Test
  void withoutWaitingLeavesOutWhatWasNeverSentAndKeepsWhatWasLost() {
    Samples samples =
        new Samples(
            List.of(new long[] {10, 25, LOST, 30}), List.of(new long[] {10, 15, LOST, LOST}));

    assertThat(samples.withoutWaiting().sorted()).containsExactly(10, 15, LOST);
  }

  @Test
  void howFarBehindABlockEnded() {
    long[] inTime = {10, 10};
    long[] late = {10, 25};
    long[] lostAtTheEnd = {25, LOST};
    long[] neverSent = {10, 700};
    long[] allLost = {LOST, LOST};
    Samples samples =
        new Samples(
            List.of(inTime, late, lostAtTheEnd, neverSent, allLost),
            List.of(
                new long[] {10, 10},
                new long[] {10, 15},
                new long[] {20, LOST},
                new long[] {10, LOST},
                new long[] {LOST, LOST}));

    assertThat(List.of(0, 1, 2, 3, 4))
        .map(samples::behindNanos)
        .containsExactly(0L, 10L, 5L, 700L, 0L);
  }

  @Test
  void refusesTimesThatAreNotOfTheSameRequests() {
    assertThatThrownBy(() -> new Samples(List.of(new long[] {1, 2}), List.of(new long[] {1})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42})
  void everyRoundHoldsEveryArmOnceInAnOrderThatTheSeedTells(long seed) {
    LatencyPlan plan = new LatencyPlan(Duration.ofSeconds(12), Duration.ofSeconds(1), 400);
    List<Arm> order = Blocks.order(plan, new SplittableRandom(seed));

    assertThat(order).hasSize(60).isEqualTo(Blocks.order(plan, new SplittableRandom(seed)));
    Set<List<Arm>> orders = new HashSet<>();
    for (int round = 0; round < 12; round++) {
      List<Arm> turn = order.subList(5 * round, 5 * round + 5);
      assertThat(turn).as("round %d, seed %d", round, seed).containsExactlyInAnyOrder(Arm.values());
      orders.add(turn);
      if (round % 2 == 1) {
        assertThat(turn)
            .as("mirrors round %d, seed %d", round - 1, seed)
            .isEqualTo(order.subList(5 * round - 5, 5 * round).reversed());
      }
    }
    assertThat(orders).as("orders, seed %d", seed).hasSizeGreaterThan(2);
    for (Arm arm : Arm.values()) {
      assertThat(Collections.frequency(order, arm)).isEqualTo(12);
    }
  }

  @Test
  void aPlanCountsItsBlocksAndRequests() {
    LatencyPlan plan = new LatencyPlan(Duration.ofSeconds(12), Duration.ofMillis(500), 400);

    assertThat(plan.blocksPerArm()).isEqualTo(24);
    assertThat(plan.requestsPerBlock()).isEqualTo(200);
    assertThat(plan.of(Arm.PRODUCT)).isEqualTo(plan);
    assertThat(plan.of(Arm.DELAYING_RELAY).blocksPerArm()).isEqualTo(24);
    assertThat(plan.of(Arm.DELAYING_RELAY).requestsPerBlock()).isEqualTo(66);
    assertThat(plan.total()).isEqualTo(Duration.ofSeconds(3 * 12 + 2 * 4));
  }
}
