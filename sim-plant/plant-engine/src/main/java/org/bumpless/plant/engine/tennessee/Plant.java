package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.solver.StepDebt;

/**
 * The whole plant in time: explicit Euler steps of one length, as the publication was run with.
 *
 * <p>It keeps the rates of the state that it shows, so that a step costs one evaluation and what is
 * read behind it is of its end. Time that is not yet a whole step is kept in integer nanoseconds:
 * how the time is cut changes no bit.
 */
final class Plant {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_HOUR = 3.6e12;

  final Flowsheet flowsheet = new Flowsheet();
  final double[] state = BaseCase.state();
  final double[] rates = new double[StateLayout.COUNT];
  final double[] truth = new double[Measurement.COUNT];
  final Valves valves = new Valves(state);
  final Disturbances disturbances;
  final Instruments instruments;
  final Economy economy;

  private final Conditions outside = new Conditions();
  private final long stepNanos;
  private final double stepH;
  private final StepDebt debt;
  private long nanos;
  private int cause;

  Plant(TennesseeParameters built, long seed, String device) {
    stepNanos = Math.round(built.stepS() * NANOS_PER_SECOND);
    stepH = stepNanos / NANOS_PER_HOUR;
    debt = new StepDebt(stepNanos);
    disturbances = new Disturbances(seed, device);
    economy = new Economy(built.productDemandM3H());
    evaluate();
    instruments =
        new Instruments(truth, built.noise(), new SeededStream(seed, device + ".instruments"));
  }

  private void evaluate() {
    disturbances.at(nanos / NANOS_PER_HOUR, outside);
    flowsheet.evaluate(state, outside, rates);
    Readings.read(flowsheet, state, truth);
    economy.read(flowsheet, truth);
  }

  /** Carries the plant on by as many whole steps as are due. */
  void advance(double seconds) {
    debt.add(seconds);
    while (debt.take()) {
      step();
    }
  }

  private void step() {
    nanos += stepNanos;
    if (cause == Shutdown.NONE) {
      economy.count(truth[Readings.PRODUCT_FLOW], stepH);
      integrate();
      evaluate();
      cause = Shutdown.cause(flowsheet, truth);
      instruments.read(truth);
    } else {
      economy.count(0, stepH);
    }
    instruments.analyse(truth, nanos);
  }

  private void integrate() {
    for (int i = 0; i < StateLayout.VALVES; i++) {
      state[i] += stepH * rates[i];
    }
    valves.move(stepH, state, disturbances);
  }

  /** Which interlock has stopped the plant: see {@link Shutdown}. */
  int cause() {
    return cause;
  }

  void save(ByteBuffer into) {
    for (int i = 0; i < StateLayout.COUNT; i++) {
      into.putDouble(state[i]).putDouble(rates[i]);
    }
    for (double one : truth) {
      into.putDouble(one);
    }
    into.putLong(nanos).putLong(debt.owedNanos()).putInt(cause);
    valves.save(into);
    disturbances.save(into);
    instruments.save(into);
    economy.save(into);
  }

  void load(ByteBuffer from) {
    for (int i = 0; i < StateLayout.COUNT; i++) {
      state[i] = from.getDouble();
      rates[i] = from.getDouble();
    }
    for (int i = 0; i < truth.length; i++) {
      truth[i] = from.getDouble();
    }
    nanos = from.getLong();
    debt.restore(from.getLong());
    cause = from.getInt();
    valves.load(from);
    disturbances.load(from);
    instruments.load(from);
    economy.load(from);
  }
}
