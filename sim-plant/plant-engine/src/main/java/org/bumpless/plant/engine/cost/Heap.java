package org.bumpless.plant.engine.cost;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What a program holds on to, for tests that promise to leak nothing. */
public final class Heap {
  private static final int ROUNDS = 5;

  private Heap() {}

  /** Bytes of the heap in use after collections: the least of several. */
  public static long usedBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      memory.gc();
      least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
