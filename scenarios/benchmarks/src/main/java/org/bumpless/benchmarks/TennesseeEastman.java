package org.bumpless.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.tennessee.TennesseeEquations;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The Tennessee Eastman process bare, without controllers: what one evaluation of its equations
 * costs, and how much faster than the plant the model runs in Euler steps of 1 s, instruments and
 * their noise included. {@link TennesseeOriginal} is the original to set beside it.
 */
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class TennesseeEastman {
  static final int HOUR_S = 3_600;

  private final TennesseeEquations equations = new TennesseeEquations();
  private final double[] state = equations.begin();
  private final double[] rates = new double[state.length];
  private final ProcessModel plant =
      ProcessModels.installed()
          .create(
              new ProcessSpec(
                  "tennessee-eastman",
                  List.of(new ProcessSpec.Unit(new AssetId("TE-1"), Map.of()))),
              1);
  private final ProcessModel.Snapshot begin = plant.snapshot();
  private final int pressure = plant.index("TE-1.reactorPressure");

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public double evaluation() {
    equations.at(0, state, rates);
    return rates[0];
  }

  /** One step of 1 s. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(HOUR_S)
  public double step() {
    return hour();
  }

  /** The same turned round: simulated seconds in a real one. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(HOUR_S)
  public double simulatedSeconds() {
    return hour();
  }

  /** From the base case on, which it leaves too little to be stopped by an interlock. */
  private double hour() {
    plant.restore(begin);
    for (int i = 0; i < HOUR_S; i++) {
      plant.step(1);
    }
    return plant.measured(pressure);
  }
}
