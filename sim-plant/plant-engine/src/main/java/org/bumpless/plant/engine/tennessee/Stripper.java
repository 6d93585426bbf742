package org.bumpless.plant.engine.tennessee;

/**
 * The stripper: feed 4 rises through the separator's liquid and takes the light species along; what
 * is left is the product. How much of each species rises follows from the temperature and the ratio
 * of gas to liquid; the liquid at its foot is the only thing that is held up.
 */
final class Stripper {
  private static final double USUAL_C = 65;

  /** Of the liquid at the foot, up to 100 %. */
  static final double FOOT_FT3 = 156.5;

  /** Shares of A, B and C that rise. */
  private static final double[] GASES = {0.995, 0.991, 0.990};

  /** How readily D to H rise. */
  private static final double[] LIFT = {0, 0, 0, 8.5010, 11.402, 11.795, 0.0480, 0.0242};

  /** Shares that rise when no liquid comes down. */
  private static final double[] DRY = {0, 0, 0, 0.9999, 0.999, 0.999, 0.99, 0.98};

  private static final double LEAST_LIQUID_LBMOL_H = 0.1;
  private static final double STEAM_C = 100;

  /** 10^6 Btu/(h deg C) per percent of the steam valve. */
  private static final double STEAM = 0.0003;

  /** Lb-mol/h per percent of the valve. */
  private static final double UNDERFLOW = 10;

  /** Mole fractions at the foot. */
  final double[] liquid = new double[Species.COUNT];

  /** What rises from it to the feed zone. */
  final Stream overhead = new Stream();

  /** The product (stream 11 of the figure). */
  final Stream product = new Stream();

  double temperatureC;
  double liquidFt3;
  double molarVolume;

  /** Heat from the steam, 10^6 Btu/h. */
  double heat;

  private final double[] falling = new double[Species.COUNT];
  private final double[] share = new double[Species.COUNT];

  Stripper() {
    System.arraycopy(GASES, 0, share, 0, GASES.length);
  }

  void evaluate(double[] state, Conditions outside) {
    double moles = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      moles += state[StateLayout.STRIPPER + i];
    }
    for (int i = 0; i < Species.COUNT; i++) {
      liquid[i] = state[StateLayout.STRIPPER + i] / moles;
    }
    temperatureC =
        HeatContent.LIQUID.temperatureC(
            liquid, state[StateLayout.STRIPPER + Species.COUNT] / moles, USUAL_C);
    molarVolume = LiquidVolume.of(liquid, temperatureC);
    liquidFt3 = moles * molarVolume;
    product.draw(liquid, temperatureC, HeatContent.LIQUID);
    product.flowLbmolH = UNDERFLOW * state[StateLayout.VALVES + Valves.STRIPPER];
    double transfer = STEAM * state[StateLayout.VALVES + Valves.STEAM] * (1 + outside.steamSupply);
    heat = temperatureC < STEAM_C ? transfer * (STEAM_C - temperatureC) : 0;
  }

  /** Parts what comes in from above and below. */
  void part(Stream gas, Stream fed) {
    lift(gas.flowLbmolH, fed.flowLbmolH);
    double rising = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      double both = gas.component(i) + fed.component(i);
      double up = share[i] * both;
      overhead.fraction[i] = up;
      falling[i] = both - up;
      rising += up;
    }
    for (int i = 0; i < Species.COUNT; i++) {
      overhead.fraction[i] /= rising;
    }
    overhead.flowLbmolH = rising;
    overhead.heat(temperatureC, HeatContent.VAPOUR);
  }

  private void lift(double gas, double fed) {
    double ratio = fed > LEAST_LIQUID_LBMOL_H ? gas / fed * warmth() : 0;
    for (int i = Species.CONDENSABLE; i < Species.COUNT; i++) {
      double pull = LIFT[i] * ratio;
      share[i] = fed > LEAST_LIQUID_LBMOL_H ? pull / (1 + pull) : DRY[i];
    }
  }

  private double warmth() {
    if (temperatureC > 170) {
      return temperatureC - 120.262;
    }
    return temperatureC < 5.292 ? 0.1 : 363.744 / (177 - temperatureC) - 2.22579488;
  }

  void rates(Stream gas, Stream fed, double[] rates) {
    for (int i = 0; i < Species.COUNT; i++) {
      rates[StateLayout.STRIPPER + i] = falling[i] - product.component(i);
    }
    rates[StateLayout.STRIPPER + Species.COUNT] =
        gas.heatFlow() + fed.heatFlow() - overhead.heatFlow() - product.heatFlow() + heat;
  }
}
