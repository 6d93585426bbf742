package org.bumpless.plant.network.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.bumpless.plant.cable.Direction;
import org.bumpless.plant.cable.Impairment;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final int FRAME_BYTES = 100;
  private static final long MILLI = 1_000_000L;

  private final Lane lane = new Lane(Direction.TO_HOST, new SplittableRandom(1));

  @Test
  void aWholeCableCostsNothing() {
    assertThat(lane.leaves(Impairment.NONE, 7, FRAME_BYTES)).hasValue(7);
  }

  @Test
  void delayIsAddedToEveryFrame() {
    Impairment late = Impairment.NONE.withDelay(Duration.ofMillis(20));

    assertThat(all(late, 3)).containsExactly(20 * MILLI, 21 * MILLI, 22 * MILLI);
  }

  @Test
  void jitterSpreadsAndKeepsTheOrder() {
    List<Long> left = all(Impairment.NONE.withJitter(Duration.ofMillis(10)), 1_000);

    assertThat(left).isSorted();
    assertThat(late(left)).allMatch(nanos -> nanos >= 0 && nanos <= 10 * MILLI);
    assertThat(late(left).stream().distinct().count()).isGreaterThan(100);
  }

  @Test
  void aFrameIsNeverOvertakenWhenTheDelayShrinks() {
    lane.leaves(Impairment.NONE.withDelay(Duration.ofMillis(20)), 0, FRAME_BYTES);

    assertThat(lane.leaves(Impairment.NONE, MILLI, FRAME_BYTES)).hasValue(20 * MILLI);
  }

  @Test
  void losesTheShareThatItShould() {
    int came = all(Impairment.NONE.withLoss(0.2), 10_000).size();

    assertThat(came / 10_000.0).isCloseTo(0.8, within(0.02));
  }

  @Test
  void someAreOvertakenByThoseBehindThem() {
    List<Long> left = all(Impairment.NONE.withReordered(0.1), 10_000);
    long heldBack = late(left).stream().filter(nanos -> nanos == Lane.HELD_BACK_NANOS).count();

    assertThat(heldBack / 10_000.0).isCloseTo(0.1, within(0.02));
    assertThat(late(left)).allMatch(nanos -> nanos == 0 || nanos == Lane.HELD_BACK_NANOS);
  }

  @Test
  void aNarrowCableCarriesOneFrameAfterTheOther() {
    Impairment narrow = Impairment.NONE.withRate(800_000); // 100 bytes take 1 ms

    assertThat(lane.leaves(narrow, 0, FRAME_BYTES)).hasValue(MILLI);
    assertThat(lane.leaves(narrow, 0, FRAME_BYTES)).hasValue(2 * MILLI);
    assertThat(lane.leaves(narrow, 10 * MILLI, FRAME_BYTES)).hasValue(11 * MILLI);
  }

  @Test
  void aNarrowCableKeepsNoMoreWaitingThanItsBufferHolds() {
    Impairment narrow = Impairment.NONE.withRate(800_000);
    long taken = 0;
    OptionalLong leaves = lane.leaves(narrow, 0, FRAME_BYTES);
    while (leaves.isPresent()) {
      taken += FRAME_BYTES;
      leaves = lane.leaves(narrow, 0, FRAME_BYTES);
    }

    assertThat(taken).isBetween(Lane.BACKLOG_BYTES, Lane.BACKLOG_BYTES + 2 * FRAME_BYTES);
  }

  @Test
  void aHalfOpenCutPassesTheOtherWay() {
    Impairment half = Impairment.NONE.withCut(Set.of(Direction.TO_HOST));
    Lane back = new Lane(Direction.TO_SWITCH, new SplittableRandom(1));

    assertThat(lane.leaves(half, 0, FRAME_BYTES)).isEmpty();
    assertThat(back.leaves(half, 0, FRAME_BYTES)).hasValue(0);
    assertThat(back.leaves(Impairment.PULLED, 0, FRAME_BYTES)).isEmpty();
  }

  @Test
  void theSameSeedDoesTheSame() {
    Impairment bad = Impairment.NONE.withLoss(0.3).withJitter(Duration.ofMillis(3));
    Lane other = new Lane(Direction.TO_HOST, new SplittableRandom(1));
    List<OptionalLong> again = new ArrayList<>();
    List<OptionalLong> first = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      first.add(lane.leaves(bad, i * MILLI, FRAME_BYTES));
      again.add(other.leaves(bad, i * MILLI, FRAME_BYTES));
    }

    assertThat(again).isEqualTo(first);
  }

  /** When frames leave that enter one each millisecond. */
  private List<Long> all(Impairment impairment, int frames) {
    List<Long> left = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      lane.leaves(impairment, i * MILLI, FRAME_BYTES).ifPresent(left::add);
    }
    return left;
  }

  private static List<Long> late(List<Long> left) {
    List<Long> late = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      late.add(left.get(i) - i * MILLI);
    }
    return late;
  }
}
