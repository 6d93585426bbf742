package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import org.bumpless.plant.engine.random.SeededStream;

/**
 * The twenty disturbances (Downs and Vogel 1993, Table 8; what the table calls unknown, 16 to 20,
 * is read from their program).
 */
final class Disturbances {
  static final int COUNT = 20;

  private static final double STEP_C = 5;
  private static final double A_STEP = 0.03;
  private static final double B_STEP = 0.005;
  private static final double A_FOR_B_STEP = 2.43719e-3;

  private final boolean[] on = new boolean[COUNT + 1];
  private final RandomWalk feedA;
  private final RandomWalk feedB;
  private final RandomWalk dFeedC;
  private final RandomWalk acFeedC;
  private final RandomWalk reactorWaterC;
  private final RandomWalk condenserWaterC;
  private final RandomWalk gSpeed;
  private final RandomWalk hSpeed;
  private final RandomWalk steamSupply;
  private final RandomWalk reactorFouling;
  private final RandomWalk condenserFouling;
  private final RandomWalk outletClogging;

  Disturbances(long seed, String device) {
    feedA = walk(RandomWalk.Kind.wandering(0.2, 0.5, 0.03, 0.485), seed, device + ".feedA");
    feedB = walk(RandomWalk.Kind.wandering(0.7, 1, 0.003, 0.005), seed, device + ".feedB");
    dFeedC = walk(RandomWalk.Kind.wandering(0.25, 0.5, 10, 45), seed, device + ".dFeedC");
    acFeedC = walk(RandomWalk.Kind.wandering(0.7, 1, 10, 45), seed, device + ".acFeedC");
    reactorWaterC =
        walk(RandomWalk.Kind.wandering(0.15, 0.25, 10, 35), seed, device + ".reactorWaterC");
    condenserWaterC =
        walk(RandomWalk.Kind.wandering(0.15, 0.25, 10, 40), seed, device + ".condenserWaterC");
    gSpeed = walk(RandomWalk.Kind.wandering(1, 2, 0.25, 1), seed, device + ".gSpeed");
    hSpeed = walk(RandomWalk.Kind.wandering(1, 2, 0.25, 1), seed, device + ".hSpeed");
    steamSupply = walk(RandomWalk.Kind.wandering(0.4, 0.5, 0.25, 0), seed, device + ".steamSupply");
    reactorFouling = walk(RandomWalk.Kind.pulsing(1.5, 2), seed, device + ".reactorFouling");
    condenserFouling = walk(RandomWalk.Kind.pulsing(2, 3), seed, device + ".condenserFouling");
    outletClogging = walk(RandomWalk.Kind.pulsing(1.5, 2), seed, device + ".outletClogging");
  }

  private static RandomWalk walk(RandomWalk.Kind kind, long seed, String name) {
    return new RandomWalk(kind, new SeededStream(seed, name));
  }

  /**
   * Switches one; what is no number switches it off.
   *
   * @param number 1 to 20
   * @param value above 0 is on
   */
  void command(int number, double value) {
    on[number] = value > 0;
  }

  double command(int number) {
    return on[number] ? 1 : 0;
  }

  /** Whether an actuator sticks. */
  boolean sticks(int valve) {
    return switch (valve) {
      case Valves.REACTOR_WATER -> on[14];
      case Valves.CONDENSER_WATER -> on[15];
      case Valves.RECYCLE, Valves.SEPARATOR, Valves.STRIPPER, Valves.STEAM -> on[19];
      default -> false;
    };
  }

  /** What the world outside is like at a time. */
  void at(double hours, Conditions outside) {
    outside.feedA = walk(feedA, hours, 8) - command(1) * A_STEP - command(2) * A_FOR_B_STEP;
    outside.feedB = walk(feedB, hours, 8) + command(2) * B_STEP;
    outside.dFeedC = walk(dFeedC, hours, 9) + command(3) * STEP_C;
    outside.acFeedC = walk(acFeedC, hours, 10);
    outside.reactorWaterC = walk(reactorWaterC, hours, 11) + command(4) * STEP_C;
    outside.condenserWaterC = walk(condenserWaterC, hours, 12) + command(5) * STEP_C;
    outside.gSpeed = walk(gSpeed, hours, 13);
    outside.hSpeed = walk(hSpeed, hours, 13);
    outside.steamSupply = walk(steamSupply, hours, 16);
    outside.reactorFouling = walk(reactorFouling, hours, 17);
    outside.condenserFouling = walk(condenserFouling, hours, 18);
    outside.outletClogging = walk(outletClogging, hours, 20);
    outside.aFeedLoss = command(6);
    outside.headerLoss = command(7);
  }

  private double walk(RandomWalk walk, double hours, int number) {
    walk.goOn(hours, on[number]);
    return walk.at(hours);
  }

  private RandomWalk[] walks() {
    return new RandomWalk[] {
      feedA,
      feedB,
      dFeedC,
      acFeedC,
      reactorWaterC,
      condenserWaterC,
      gSpeed,
      hSpeed,
      steamSupply,
      reactorFouling,
      condenserFouling,
      outletClogging
    };
  }

  void save(ByteBuffer into) {
    for (RandomWalk walk : walks()) {
      walk.save(into);
    }
    for (boolean one : on) {
      into.put((byte) (one ? 1 : 0));
    }
  }

  void load(ByteBuffer from) {
    for (RandomWalk walk : walks()) {
      walk.load(from);
    }
    for (int i = 0; i < on.length; i++) {
      on[i] = from.get() != 0;
    }
  }
}
