package org.bumpless.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.VirtualController;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One beat of a plant in lock-step, as fast as it goes. A day of the tank farm is 8.64 million
 * beats: 30 s a day are 3.47 us a beat. With {@code published} the network is shown each beat, as
 * in real time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LockStep {

  /** A controller alone, on wires that lead nowhere. */
  @State(Scope.Benchmark)
  public static class OneController {
    private final Beats beats = new Beats(1, new LooseWires());
  }

  /** The tank farm: its process and its twenty controllers with their programs. */
  @State(Scope.Benchmark)
  public static class TankFarm {
    private final Beats beats =
        new Beats(20, new Wires(ProcessModels.installed().create(Shipped.tankFarm().process(), 1)));
  }

  @Benchmark
  public long oneController(OneController one) {
    return one.beats.published();
  }

  @Benchmark
  public long tankFarm(TankFarm farm) {
    return farm.beats.next();
  }

  @Benchmark
  public long tankFarmPublished(TankFarm farm) {
    return farm.beats.published();
  }

  private static final class Beats {
    private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
    private final ScanCycle cycle;

    Beats(int controllers, PlantProcess process) {
      Plant plant = Shipped.tankFarm();
      List<VirtualController> scanned =
          plant.assets(Asset.Controller.class).stream()
              .limit(controllers)
              .map(c -> controller(c, process))
              .toList();
      cycle = new ScanCycle(clock, process, scanned);
    }

    private VirtualController controller(Asset.Controller controller, PlantProcess process) {
      return new VirtualController(
          controller, Shipped.program(controller), Shipped.LANGUAGE, process, effect -> {}, clock);
    }

    long next() {
      cycle.beat(clock.nanos());
      return cycle.index();
    }

    long published() {
      cycle.beat(clock.nanos());
      cycle.publish();
      return cycle.index();
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
