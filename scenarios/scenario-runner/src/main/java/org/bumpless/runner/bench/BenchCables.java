package org.bumpless.runner.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Uninterrupted;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Cables;

/** Spoils cables and knows which ones are to be mended. */
final class BenchCables implements Cables, AutoCloseable {
  private final Fabric fabric;
  private final NanoClock clock;
  private final SplittableGenerator random;
  private final Troubles troubles;
  private final Map<Plug, Cable> spoilt = new LinkedHashMap<>();

  /**
   * @param troubles is told when the stations begin to suffer from what was done here
   */
  BenchCables(Fabric fabric, NanoClock clock, SplittableGenerator random, Troubles troubles) {
    this.fabric = fabric;
    this.clock = clock;
    this.random = random;
    this.troubles = troubles;
  }

  @Override
  public synchronized void impair(Plug plug, Impairment impairment)
      throws IOException, InterruptedException {
    Cable cable = spoilt.get(plug);
    if (cable == null) {
      cable =
          fabric
              .cable(plug, clock, random.split())
              .orElseThrow(() -> new IOException("this bench has no cable to " + plug.inWords()));
      spoilt.put(plug, cable);
    }
    troubles.begin();
    cable.impair(impairment);
  }

  @Override
  public synchronized void mend(Plug plug) throws IOException, InterruptedException {
    Cable cable = spoilt.get(plug);
    if (cable != null) {
      cable.mend();
      spoilt.remove(plug);
    }
  }

  @Override
  public synchronized Optional<String> doubt() {
    return spoilt.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().doubt().stream()
                    .map(why -> "the cable of %s %s".formatted(entry.getKey().inWords(), why)))
        .findFirst();
  }

  /** Makes all whole again. */
  synchronized void mendAll() throws IOException, InterruptedException {
    for (Plug plug : List.copyOf(spoilt.keySet())) {
      mend(plug);
    }
  }

  @Override
  public void close() {
    Uninterrupted.act(
        () -> {
          try {
            mendAll();
          } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
          }
        });
  }
}
