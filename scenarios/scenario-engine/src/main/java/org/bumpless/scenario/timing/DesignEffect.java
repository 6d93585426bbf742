package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.List;

/**
 * How little samples of the same block say that the others of it have not said already: what comes
 * late comes late together (Kish, Survey Sampling, 1965, 5.4 and 8.2; blocks are the clusters).
 */
final class DesignEffect {
  private static final int BLOCKS_MIN = 2;

  private DesignEffect() {}

  /**
   * By how many times the share of samples beyond a value varies more than if they were independent
   * of each other, seen by how it varies from block to block.
   *
   * @return 1 at least; 1 where there is nothing to see it by
   */
  static double of(List<long[]> blocks, long value) {
    long all = blocks.stream().mapToLong(block -> block.length).sum();
    long[] beyond = blocks.stream().mapToLong(block -> beyond(block, value)).toArray();
    double share = (double) Arrays.stream(beyond).sum() / all;
    if (blocks.size() < BLOCKS_MIN || share == 0 || share == 1) {
      return 1;
    }
    double between = 0;
    for (int i = 0; i < beyond.length; i++) {
      double off = beyond[i] - share * blocks.get(i).length;
      between += off * off;
    }
    double seen = between * beyond.length / (beyond.length - 1);
    return Math.max(1, seen / (all * share * (1 - share)));
  }

  private static long beyond(long[] block, long value) {
    return Arrays.stream(block).filter(nanos -> nanos > value).count();
  }
}
