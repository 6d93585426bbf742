package org.bumpless.plant.engine.tennessee;

import java.util.List;

/**
 * An instrument.
 *
 * @param name behind the device's name
 * @param unit in which it shows
 * @param deviation standard deviation of its noise, in its unit
 */
record Measurement(String name, String unit, double deviation) {
  private static final String FLOW = "kscmh";
  private static final String MASS = "kg/h";
  private static final String VOLUME = "m3/h";
  private static final String PRESSURE = "kPa gauge";
  private static final String TEMPERATURE = "degC";
  private static final String SHARE = "mol%";

  static final int COUNT = 41;

  /** How many show at once; behind them stand the analysers. */
  static final int CONTINUOUS = 22;

  /** How many of the first analysers' components are of gases; behind them stand the product's. */
  static final int GAS_ANALYSES = 14;

  /** The 41 of the publication (Tables 4 and 5), XMEAS(1) first; deviations of its program. */
  static final List<Measurement> ALL =
      List.of(
          new Measurement("aFeed", FLOW, 0.0012),
          new Measurement("dFeed", MASS, 18),
          new Measurement("eFeed", MASS, 22),
          new Measurement("acFeed", FLOW, 0.05),
          new Measurement("recycleFlow", FLOW, 0.2),
          new Measurement("reactorFeed", FLOW, 0.21),
          new Measurement("reactorPressure", PRESSURE, 0.3),
          new Measurement("reactorLevel", "%", 0.5),
          new Measurement("reactorTemperature", TEMPERATURE, 0.01),
          new Measurement("purgeRate", FLOW, 0.0017),
          new Measurement("separatorTemperature", TEMPERATURE, 0.01),
          new Measurement("separatorLevel", "%", 1),
          new Measurement("separatorPressure", PRESSURE, 0.3),
          new Measurement("separatorUnderflow", VOLUME, 0.125),
          new Measurement("stripperLevel", "%", 1),
          new Measurement("stripperPressure", PRESSURE, 0.3),
          new Measurement("stripperUnderflow", VOLUME, 0.115),
          new Measurement("stripperTemperature", TEMPERATURE, 0.01),
          new Measurement("steamFlow", MASS, 1.15),
          new Measurement("compressorWork", "kW", 0.2),
          new Measurement("reactorWaterTemperature", TEMPERATURE, 0.01),
          new Measurement("condenserWaterTemperature", TEMPERATURE, 0.01),
          new Measurement("feedA", SHARE, 0.25),
          new Measurement("feedB", SHARE, 0.1),
          new Measurement("feedC", SHARE, 0.25),
          new Measurement("feedD", SHARE, 0.1),
          new Measurement("feedE", SHARE, 0.25),
          new Measurement("feedF", SHARE, 0.025),
          new Measurement("purgeA", SHARE, 0.25),
          new Measurement("purgeB", SHARE, 0.1),
          new Measurement("purgeC", SHARE, 0.25),
          new Measurement("purgeD", SHARE, 0.1),
          new Measurement("purgeE", SHARE, 0.25),
          new Measurement("purgeF", SHARE, 0.025),
          new Measurement("purgeG", SHARE, 0.05),
          new Measurement("purgeH", SHARE, 0.05),
          new Measurement("productD", SHARE, 0.01),
          new Measurement("productE", SHARE, 0.01),
          new Measurement("productF", SHARE, 0.01),
          new Measurement("productG", SHARE, 0.5),
          new Measurement("productH", SHARE, 0.5));
}
