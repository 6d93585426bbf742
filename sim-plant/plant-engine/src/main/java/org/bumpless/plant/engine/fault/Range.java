package org.bumpless.plant.engine.fault;

/** What a number of a fault may be. */
final class Range {
  private Range() {}

  static void finite(String what, double value) {
    within(what, value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  static void within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      String expected =
          high == Double.MAX_VALUE ? "a finite number" : "%s to %s".formatted(low, high);
      throw new IllegalArgumentException("%s %s: expected %s".formatted(what, value, expected));
    }
  }
}
