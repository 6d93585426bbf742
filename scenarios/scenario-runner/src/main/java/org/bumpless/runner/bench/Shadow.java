package org.bumpless.runner.bench;

import java.util.Locale;
import java.util.Optional;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.plant.model.BridgeSpec.Point;

/** One tag of a virtual controller beside that of the real one; used by the scan thread. */
final class Shadow {
  private final Point point;
  private long compared;
  private long apart;
  private double largest;
  private boolean apartNow;

  Shadow(Point point) {
    this.point = point;
  }

  Point point() {
    return point;
  }

  /**
   * Compares, where the real value is known.
   *
   * @param virtual the value of the virtual controller
   * @return what is to be told: that a difference has begun or ended
   */
  Optional<String> compare(double virtual, RealController real) {
    return real.read(point.tag())
        .filter(reading -> reading.quality() == Reading.Quality.GOOD)
        .flatMap(reading -> compare(virtual, reading.value().number()));
  }

  private Optional<String> compare(double virtual, double value) {
    double difference = Math.abs(virtual - value);
    boolean differs = !(difference <= point.tolerance());
    compared++;
    apart += differs ? 1 : 0;
    largest = Math.max(largest, difference);
    if (differs == apartNow) {
      return Optional.empty();
    }
    apartNow = differs;
    return Optional.of(
        String.format(
            Locale.ROOT,
            differs
                ? "%s: virtual %s, real %s: apart by more than %s"
                : "%s: virtual %s, real %s: together again, within %s",
            point.tag(),
            virtual,
            value,
            point.tolerance()));
  }

  /** How it went; empty if virtual and real were never apart. */
  Optional<String> told() {
    return apart == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s was apart from the real controller in %d of %d comparisons, by up to %.4g",
                point.tag(),
                apart,
                compared,
                largest));
  }
}
