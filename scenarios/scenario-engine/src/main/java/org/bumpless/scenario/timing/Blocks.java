package org.bumpless.scenario.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The order in which arms take turns: each round holds every arm once, in an order drawn anew, and
 * the next round is its mirror image: what rises or falls steadily meanwhile meets all arms alike.
 */
public final class Blocks {
  private Blocks() {}

  public static List<Arm> order(LatencyPlan plan, RandomGenerator random) {
    List<Arm> order = new ArrayList<>();
    List<Arm> turn = new ArrayList<>(List.of(Arm.values()));
    for (int round = 0; round < plan.blocksPerArm(); round++) {
      if (round % 2 == 0) {
        Collections.shuffle(turn, random);
      } else {
        Collections.reverse(turn);
      }
      order.addAll(turn);
    }
    return List.copyOf(order);
  }
}
