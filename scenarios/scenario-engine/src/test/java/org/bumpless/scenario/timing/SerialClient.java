package org.bumpless.scenario.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What a measuring client would see that sends one request after the other, open loop: a request
 * whose time has come waits until the one before has been answered.
 */
final class SerialClient {
  private SerialClient() {}

  /**
   * The samples of one arm.
   *
   * @param service how long the request takes that is sent at a moment, in nanoseconds since the
   *     beginning of the arm; {@link Samples#LOST} if it is never answered
   */
  static Samples run(LatencyPlan plan, LongUnaryOperator service) {
    List<long[]> intended = new ArrayList<>();
    List<long[]> fromSent = new ArrayList<>();
    long block = plan.block().toNanos();
    long period = 1_000_000_000L / plan.rateHz();
    for (int b = 0; b < plan.blocksPerArm(); b++) {
      long[] late = new long[plan.requestsPerBlock()];
      long[] took = new long[late.length];
      Arrays.fill(took, Samples.LOST);
      long begin = b * block;
      long free = begin;
      for (int i = 0; i < late.length; i++) {
        long due = begin + i * period;
        long sent = Math.max(due, free);
        if (sent > begin + 2 * block) {
          late[i] = begin + 2 * block - due;
          continue;
        }
        took[i] = service.applyAsLong(sent);
        late[i] = took[i] == Samples.LOST ? Samples.LOST : sent + took[i] - due;
        free = took[i] == Samples.LOST ? sent : sent + took[i];
      }
      intended.add(late);
      fromSent.add(took);
    }
    return new Samples(intended, fromSent);
  }
}
