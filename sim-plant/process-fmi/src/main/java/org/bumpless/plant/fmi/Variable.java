package org.bumpless.plant.fmi;

import java.util.regex.Pattern;

/**
 * A variable of an FMU that the bench can wire or set.
 *
 * @param name in the FMU, for example {@code tank.level[1]}
 * @param reference by which the FMU's functions know it; unsigned
 * @param unit as the FMU spells it; empty if it has none
 * @param start what it is at the beginning
 * @param low least value
 * @param high greatest value
 */
record Variable(
    String name,
    int reference,
    Kind kind,
    Causality causality,
    String unit,
    double start,
    double low,
    double high) {
  private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_-]");

  /** What its values are. */
  enum Kind {
    REAL,
    /** Enumerations too: FMI numbers them. */
    INTEGER,
    /** 0 or 1. */
    BOOLEAN
  }

  /** Who sets it. */
  enum Causality {
    OUTPUT,
    INPUT,
    PARAMETER
  }

  /** Its name as a plant file can write it. */
  String plantName() {
    return FOREIGN.matcher(name).replaceAll("_");
  }

  /** The nearest value that it may have; of what is no finite number, nearest to 0. */
  double limited(double value) {
    double finite = Double.isFinite(value) ? value : 0;
    return switch (kind) {
      case REAL -> Math.clamp(finite, low, high);
      case INTEGER -> Math.rint(Math.clamp(finite, low, high));
      case BOOLEAN -> finite >= 0.5 ? 1 : 0;
    };
  }

  /** Whether it may have this value. */
  boolean takes(double value) {
    return value >= low && value <= high && (kind == Kind.REAL || value == Math.rint(value));
  }
}
