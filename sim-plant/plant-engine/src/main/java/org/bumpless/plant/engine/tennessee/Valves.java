package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import org.bumpless.plant.engine.unit.Commands;

/**
 * The twelve actuators. Each follows its command with a first-order lag; one that sticks does not
 * move before the command is more than 2 % away from where it last went.
 */
final class Valves {
  static final int D_FEED = 0;
  static final int E_FEED = 1;
  static final int A_FEED = 2;
  static final int AC_FEED = 3;
  static final int RECYCLE = 4;
  static final int PURGE = 5;
  static final int SEPARATOR = 6;
  static final int STRIPPER = 7;
  static final int STEAM = 8;
  static final int REACTOR_WATER = 9;
  static final int CONDENSER_WATER = 10;
  static final int AGITATOR = 11;
  static final int COUNT = 12;

  private static final double STICTION_PERCENT = 2;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double[] TIME_CONSTANT_S = {8, 8, 6, 9, 7, 5, 5, 5, 120, 5, 5, 5};

  private final double[] command = new double[COUNT];
  private final double[] target = new double[COUNT];

  /** Valves that stand where they are commanded to. */
  Valves(double[] state) {
    System.arraycopy(state, StateLayout.VALVES, command, 0, COUNT);
    System.arraycopy(command, 0, target, 0, COUNT);
  }

  /** Commands one, 0 to 100 %; what is no finite number closes it. */
  void command(int valve, double percent) {
    command[valve] = Commands.percent(percent);
  }

  double command(int valve) {
    return command[valve];
  }

  static double timeConstantS(int valve) {
    return TIME_CONSTANT_S[valve];
  }

  void move(double hours, double[] state, Disturbances wear) {
    for (int i = 0; i < COUNT; i++) {
      double dead = wear.sticks(i) ? STICTION_PERCENT : 0;
      if (Math.abs(target[i] - command[i]) > dead) {
        target[i] = command[i];
      }
      double lagHours = TIME_CONSTANT_S[i] / SECONDS_PER_HOUR;
      state[StateLayout.VALVES + i] +=
          hours * (target[i] - state[StateLayout.VALVES + i]) / lagHours;
    }
  }

  void save(ByteBuffer into) {
    for (int i = 0; i < COUNT; i++) {
      into.putDouble(command[i]).putDouble(target[i]);
    }
  }

  void load(ByteBuffer from) {
    for (int i = 0; i < COUNT; i++) {
      command[i] = from.getDouble();
      target[i] = from.getDouble();
    }
  }
}
