package org.bumpless.plant.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private final List<byte[]> kept = new ArrayList<>(64);
  private int times;

  @Test
  void whatIsAllocatedEachTimeIsCounted() {
    assertThat(Allocation.bytesEachTime(() -> kept.add(new byte[1_000]))).isBetween(1_000L, 1_100L);
  }

  @Test
  void whatIsAllocatedOnceIsNot() {
    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  if (times++ == 2) {
                    kept.add(new byte[1_000]);
                  }
                }))
        .isZero();
  }

  @Test
  void whatAllocatesNothingIsSaidTo() {
    assertThat(Allocation.bytesEachTime(() -> times++)).isZero();
  }
}
