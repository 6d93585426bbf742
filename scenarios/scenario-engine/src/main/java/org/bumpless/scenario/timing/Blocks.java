package org.bumpless.scenario.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** The order in which arms take turns: each round holds every arm once, in an order drawn anew. */
public final class Blocks {
  private Blocks() {}

  public static List<Arm> order(LatencyPlan plan, RandomGenerator random) {
    List<Arm> order = new ArrayList<>();
    for (int round = 0; round < plan.blocksPerArm(); round++) {
      List<Arm> turn = new ArrayList<>(List.of(Arm.values()));
      Collections.shuffle(turn, random);
      order.addAll(turn);
    }
    return List.copyOf(order);
  }
}
