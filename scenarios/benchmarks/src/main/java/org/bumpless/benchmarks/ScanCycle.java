package org.bumpless.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.VirtualController;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One cycle of the scan engine. It runs on its own thread as in a run, with a clock that never
 * makes it wait, a thousand cycles at a time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScanCycle {
  private static final int CYCLES = 1_000;

  /** A controller alone, on wires that lead nowhere. */
  @State(Scope.Benchmark)
  public static class OneController {
    private final Cycles cycles = new Cycles(1, new LooseWires());

    @TearDown
    public void close() {
      cycles.engine.close();
    }
  }

  /** The tank farm: its process and its twenty controllers. */
  @State(Scope.Benchmark)
  public static class TankFarm {
    private final Cycles cycles = new Cycles(20, new Wires(model()));

    private static ProcessModel model() {
      return ProcessModels.installed().create(Shipped.tankFarm().process(), 1);
    }

    @TearDown
    public void close() {
      cycles.engine.close();
    }
  }

  @Benchmark
  @OperationsPerInvocation(CYCLES)
  public long oneController(OneController one) throws InterruptedException {
    return one.cycles.run();
  }

  @Benchmark
  @OperationsPerInvocation(CYCLES)
  public long twentyControllersAndProcess(TankFarm farm) throws InterruptedException {
    return farm.cycles.run();
  }

  private static final class Cycles {
    private final StepClock clock = new StepClock();
    private final ScanEngine engine;

    Cycles(int controllers, PlantProcess process) {
      Plant plant = Shipped.tankFarm();
      List<VirtualController> scanned =
          plant.assets(Asset.Controller.class).stream()
              .limit(controllers)
              .map(c -> controller(c, process))
              .toList();
      engine = new ScanEngine(clock, process, scanned, nanos -> {}, Duration.ofMinutes(1));
    }

    private VirtualController controller(Asset.Controller controller, PlantProcess process) {
      return new VirtualController(
          controller, Shipped.program(controller), Shipped.LANGUAGE, process, effect -> {}, clock);
    }

    long run() throws InterruptedException {
      long before = engine.lateness().scans();
      clock.run(CYCLES);
      long scans = engine.lateness().scans() - before;
      if (scans != CYCLES) {
        throw new IllegalStateException(scans + " scans, expected " + CYCLES);
      }
      return scans;
    }
  }

  private record Wires(ProcessModel model) implements PlantProcess {
    @Override
    public int index(String name) {
      return model.index(name);
    }

    @Override
    public double read(int index) {
      return model.measured(index);
    }

    @Override
    public void write(int index, double value) {
      model.command(index, value);
    }

    @Override
    public void step(double seconds) {
      model.step(seconds);
    }

    @Override
    public void restore() {
      throw new IllegalStateException("nobody restores a benchmark");
    }
  }
}
