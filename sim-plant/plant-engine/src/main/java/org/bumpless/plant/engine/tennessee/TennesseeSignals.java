package org.bumpless.plant.engine.tennessee;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.Signal;

/**
 * The wires in the order in which they are numbered: instruments, figures, valves, disturbances.
 */
final class TennesseeSignals {
  static final int SHUTDOWN = Measurement.COUNT;
  static final int SHUTDOWN_CAUSE = SHUTDOWN + 1;
  static final int OPERATING_COST = SHUTDOWN + 2;
  static final int PRODUCT_MADE = SHUTDOWN + 3;
  static final int PRODUCT_LOST = SHUTDOWN + 4;
  static final int FIRST_VALVE = SHUTDOWN + 5;
  static final int FIRST_DISTURBANCE = FIRST_VALVE + Valves.COUNT;

  private static final List<String> VALVES =
      List.of(
          "dFeedValve",
          "eFeedValve",
          "aFeedValve",
          "acFeedValve",
          "recycleValve",
          "purgeValve",
          "separatorValve",
          "stripperValve",
          "steamValve",
          "reactorWaterValve",
          "condenserWaterValve",
          "agitatorSpeed");

  private TennesseeSignals() {}

  static List<Signal> of(String device) {
    List<Signal> all = new ArrayList<>();
    for (Measurement measurement : Measurement.ALL) {
      all.add(measured(device, measurement.name(), measurement.unit()));
    }
    all.add(measured(device, "shutdown", ""));
    all.add(measured(device, "shutdownCause", ""));
    all.add(measured(device, "operatingCost", "$/h"));
    all.add(measured(device, "productMade", "m3"));
    all.add(measured(device, "productLost", "m3"));
    for (String valve : VALVES) {
      all.add(new Signal(device + "." + valve, "%", Signal.Direction.COMMAND));
    }
    for (int number = 1; number <= Disturbances.COUNT; number++) {
      all.add(new Signal(device + ".idv" + number, "", Signal.Direction.DISTURBANCE));
    }
    return all;
  }

  private static Signal measured(String device, String name, String unit) {
    return new Signal(device + "." + name, unit, Signal.Direction.MEASURED);
  }

  /** Bands of normal operation and of the interlocks (Downs and Vogel 1993, Table 6). */
  static List<Limit> limits(String device) {
    String pressure = device + ".reactorPressure";
    String temperature = device + ".reactorTemperature";
    String reactor = device + ".reactorLevel";
    String separator = device + ".separatorLevel";
    String stripper = device + ".stripperLevel";
    return List.of(
        normal(pressure, Double.NEGATIVE_INFINITY, 2_895),
        normal(temperature, Double.NEGATIVE_INFINITY, 150),
        normal(reactor, 50, 100),
        normal(separator, 30, 100),
        normal(stripper, 30, 100),
        trip(pressure, Double.NEGATIVE_INFINITY, Shutdown.PRESSURE_MAX_KPA),
        trip(temperature, Double.NEGATIVE_INFINITY, Shutdown.TEMPERATURE_MAX_C),
        trip(
            reactor,
            Readings.reactorLevel(Shutdown.REACTOR_MIN_FT3),
            Readings.reactorLevel(Shutdown.REACTOR_MAX_FT3)),
        trip(
            separator,
            Readings.separatorLevel(Shutdown.SEPARATOR_MIN_FT3),
            Readings.separatorLevel(Shutdown.SEPARATOR_MAX_FT3)),
        trip(
            stripper,
            Readings.stripperLevel(Shutdown.STRIPPER_MIN_FT3),
            Readings.stripperLevel(Shutdown.STRIPPER_MAX_FT3)));
  }

  private static Limit normal(String signal, double low, double high) {
    return new Limit(signal, low, high, Limit.Kind.NORMAL);
  }

  private static Limit trip(String signal, double low, double high) {
    return new Limit(signal, low, high, Limit.Kind.TRIP);
  }
}
