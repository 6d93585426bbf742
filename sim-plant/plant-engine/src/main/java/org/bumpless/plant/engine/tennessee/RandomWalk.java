package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import org.bumpless.plant.engine.random.SeededStream;

/**
 * A quantity that wanders: cubic pieces without kinks between points that are drawn, each some
 * hours behind the last. With the disturbance off it goes back to its usual value and stays. Draws
 * from a stream of its own: switching one disturbance changes no other.
 */
final class RandomWalk {
  private static final double FIRST_H = 0.1;
  private static final double FALL_H = 0.1;
  private static final double HIGH = 0.1;

  private final Kind kind;
  private final SeededStream random;
  private double value;
  private double slope;
  private double square;
  private double cubic;
  private double lastH;
  private double nextH = FIRST_H;

  /**
   * How it wanders.
   *
   * @param spanH by how much the hours between two points differ from their mean
   * @param meanH mean of the hours between two points
   * @param spread by how much a point may differ from the usual value
   * @param usual value with the disturbance off
   * @param pulses whether it does not wander but rises to 1 again and again and falls back at once
   */
  record Kind(double spanH, double meanH, double spread, double usual, boolean pulses) {
    static Kind wandering(double spanH, double meanH, double spread, double usual) {
      return new Kind(spanH, meanH, spread, usual, false);
    }

    static Kind pulsing(double spanH, double meanH) {
      return new Kind(spanH, meanH, 0, 0, true);
    }
  }

  RandomWalk(Kind kind, SeededStream random) {
    this.kind = kind;
    this.random = random;
    value = kind.usual();
  }

  double at(double hours) {
    double h = hours - lastH;
    return value + h * (slope + h * (square + h * cubic));
  }

  /** Draws the next point when the last has been reached. */
  void goOn(double hours, boolean on) {
    while (hours >= nextH) {
      double h = nextH - lastH;
      double reached = at(nextH);
      double steepness = slope + h * (2 * square + 3 * h * cubic);
      lastH = nextH;
      if (kind.pulses()) {
        pulse(reached, steepness, on);
      } else {
        double length = length();
        double drawn = kind.spread() * symmetric();
        towards(reached, steepness, kind.usual() + (on ? drawn : 0), length);
      }
    }
  }

  private void pulse(double reached, double steepness, boolean on) {
    if (reached > HIGH) {
      towards(reached, steepness, 0, FALL_H);
      return;
    }
    double length = length();
    value = 0;
    slope = 0;
    square = on ? 1 / (length * length) : 0;
    cubic = 0;
    nextH = lastH + length;
  }

  private void towards(double from, double steepness, double to, double length) {
    value = from;
    slope = steepness;
    square = (3 * (to - from) - 2 * length * steepness) / (length * length);
    cubic = (2 * (from - to) + length * steepness) / (length * length * length);
    nextH = lastH + length;
  }

  private double length() {
    return kind.spanH() * symmetric() + kind.meanH();
  }

  private double symmetric() {
    return 2 * random.nextDouble() - 1;
  }

  void save(ByteBuffer into) {
    into.putDouble(value).putDouble(slope).putDouble(square).putDouble(cubic);
    into.putDouble(lastH).putDouble(nextH).putLong(random.state());
  }

  void load(ByteBuffer from) {
    value = from.getDouble();
    slope = from.getDouble();
    square = from.getDouble();
    cubic = from.getDouble();
    lastH = from.getDouble();
    nextH = from.getDouble();
    random.restore(from.getLong());
  }
}
