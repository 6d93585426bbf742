package org.bumpless.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.netns.NetnsFabric;
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
 * A plant network of its own, made and given back: the 28 hosts of the tank farm, and 200 hosts,
 * with switches, conduits and the product's place. Budget: 3 s for 20 hosts, 20 s for 200. Needs
 * the right to make network namespaces.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@State(Scope.Benchmark)
public class FabricUp {
  private final Plant plant = Shipped.tankFarm();
  private final Plant large = LargePlant.of(200);

  @Benchmark
  public void tankFarm() throws IOException, InterruptedException {
    NetnsFabric.of(plant).close();
  }

  @Benchmark
  public void hosts200() throws IOException, InterruptedException {
    NetnsFabric.of(large).close();
  }
}
