package org.bumpless.plant.engine.reactor;

import java.util.Arrays;
import org.bumpless.plant.engine.random.SeededStream;

/** Transmitters and analyser of one reactor, each with noise of its own. */
final class ReactorInstruments {
  /** Where a transmitter saturates, 3.8 and 20.5 mA (NAMUR NE 43), as shares of its span. */
  private static final double LOWEST = -0.0125;

  private static final double HIGHEST = 1.03125;

  private final ReactorSignal[] kinds;
  private final ReactorParameters built;
  private final Reactor reactor;
  private final SeededStream[] streams;
  private final long samplePeriodSteps;
  private final double[] noise;
  private final double[] shown;
  private final double[] taken;
  private long stepsToSample;

  /**
   * @param kinds all wires; the position in it is the number that the methods take
   */
  ReactorInstruments(
      ReactorSignal[] kinds, ReactorParameters built, Reactor reactor, long seed, String device) {
    this.kinds = kinds;
    this.built = built;
    this.reactor = reactor;
    streams = new SeededStream[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      streams[i] = new SeededStream(seed, device + "." + kinds[i].name());
    }
    samplePeriodSteps = Math.max(1, Math.round(built.analyserPeriodS() * 1e9 / Reactor.STEP_NANOS));
    stepsToSample = samplePeriodSteps;
    noise = new double[kinds.length];
    shown = new double[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      shown[i] = kinds[i].truth(reactor);
    }
    taken = shown.clone();
  }

  /** Draws the noise of one internal step; takes a sample when it is time. */
  void step() {
    stepsToSample--;
    boolean sample = stepsToSample == 0;
    if (sample) {
      stepsToSample = samplePeriodSteps;
    }
    for (int i = 0; i < kinds.length; i++) {
      switch (kinds[i].instrument()) {
        case NONE -> {}
        case FLOW, PRESSURE, LEVEL -> noise[i] = streams[i].nextGaussian();
        case ANALYSER -> {
          if (sample) {
            shown[i] = taken[i];
            noise[i] = streams[i].nextGaussian();
            taken[i] = seen(i, kinds[i].truth(reactor), built.fractionNoisePercent());
          }
        }
      }
    }
  }

  double measured(int number) {
    double truth = kinds[number].truth(reactor);
    return switch (kinds[number].instrument()) {
      case NONE -> truth;
      case FLOW -> seen(number, truth, built.flowNoisePercent());
      case PRESSURE -> seen(number, truth + offsetKpa(kinds[number]), built.pressureNoisePercent());
      case LEVEL -> seen(number, truth, built.levelNoisePercent());
      case ANALYSER -> shown[number];
    };
  }

  private double seen(int number, double value, double noisePercent) {
    double span = kinds[number].span();
    double noisy = value + noise[number] * noisePercent / 100 * span;
    return Math.clamp(noisy, LOWEST * span, HIGHEST * span);
  }

  private double offsetKpa(ReactorSignal kind) {
    return switch (kind) {
      case PRESSURE_A -> reactor.now().pressureAOffsetKpa;
      case PRESSURE_B -> reactor.now().pressureBOffsetKpa;
      case PRESSURE_C -> reactor.now().pressureCOffsetKpa;
      default -> 0;
    };
  }

  Readings save() {
    return new Readings(this);
  }

  void restore(Readings earlier) {
    for (int i = 0; i < streams.length; i++) {
      streams[i].restore(earlier.streams[i]);
    }
    System.arraycopy(earlier.noise, 0, noise, 0, noise.length);
    System.arraycopy(earlier.shown, 0, shown, 0, shown.length);
    System.arraycopy(earlier.taken, 0, taken, 0, taken.length);
    stepsToSample = earlier.stepsToSample;
  }

  /** What the instruments held at one moment; immutable. */
  static final class Readings {
    private final long[] streams;
    private final double[] noise;
    private final double[] shown;
    private final double[] taken;
    private final long stepsToSample;

    private Readings(ReactorInstruments of) {
      streams = Arrays.stream(of.streams).mapToLong(SeededStream::state).toArray();
      noise = of.noise.clone();
      shown = of.shown.clone();
      taken = of.taken.clone();
      stepsToSample = of.stepsToSample;
    }
  }
}
