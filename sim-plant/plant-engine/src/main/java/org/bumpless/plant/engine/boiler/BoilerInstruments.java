package org.bumpless.plant.engine.boiler;

import java.util.Arrays;
import org.bumpless.plant.engine.random.SeededStream;

/** Transmitters and flame scanners of one boiler, each with noise of its own. */
final class BoilerInstruments {
  /**
   * How far a transmitter shows beyond its span, 3.8 and 20.5 mA (NAMUR NE 43), as shares of it.
   */
  private static final double BELOW = 0.0125;

  private static final double ABOVE = 0.03125;

  private final BoilerSignal[] kinds;
  private final BoilerParameters built;
  private final Boiler boiler;
  private final SeededStream[] streams;
  private final double[] noise;

  /**
   * @param kinds all wires; the position in it is the number that the methods take
   */
  BoilerInstruments(
      BoilerSignal[] kinds, BoilerParameters built, Boiler boiler, long seed, String device) {
    this.kinds = kinds;
    this.built = built;
    this.boiler = boiler;
    streams = new SeededStream[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      streams[i] = new SeededStream(seed, device + "." + kinds[i].name());
    }
    noise = new double[kinds.length];
  }

  /** Draws the noise of one internal step. */
  void step() {
    for (int i = 0; i < kinds.length; i++) {
      switch (kinds[i].instrument()) {
        case NONE, SCANNER -> {}
        case LEVEL, PRESSURE, FLOW -> noise[i] = streams[i].nextGaussian();
      }
    }
  }

  double measured(int number) {
    BoilerSignal kind = kinds[number];
    BoilerState now = boiler.now();
    double span = kind.high() - kind.low();
    return switch (kind.instrument()) {
      case NONE -> kind.truth(boiler);
      case LEVEL -> seen(number, built.levelNoiseMm());
      case PRESSURE -> seen(number, built.pressureNoisePercent() / 100 * span);
      case FLOW -> seen(number, built.flowNoisePercent() / 100 * span);
      case SCANNER -> {
        boolean first = kind == BoilerSignal.FLAME_A;
        yield Furnace.sees(now, first ? now.detectorAFault : now.detectorBFault) ? 1 : 0;
      }
    };
  }

  private double seen(int number, double deviation) {
    BoilerSignal kind = kinds[number];
    double span = kind.high() - kind.low();
    double value = kind.truth(boiler) + kind.offset(boiler.now()) + noise[number] * deviation;
    return Math.clamp(value, kind.low() - BELOW * span, kind.high() + ABOVE * span);
  }

  Readings save() {
    return new Readings(this);
  }

  void restore(Readings earlier) {
    for (int i = 0; i < streams.length; i++) {
      streams[i].restore(earlier.streams[i]);
    }
    System.arraycopy(earlier.noise, 0, noise, 0, noise.length);
  }

  /** What the instruments held at one moment; immutable. */
  static final class Readings {
    private final long[] streams;
    private final double[] noise;

    private Readings(BoilerInstruments of) {
      streams = Arrays.stream(of.streams).mapToLong(SeededStream::state).toArray();
      noise = of.noise.clone();
    }
  }
}
