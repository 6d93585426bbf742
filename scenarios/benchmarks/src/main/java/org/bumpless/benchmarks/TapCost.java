package org.bumpless.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.network.tap.Tap;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a tap costs the path that it looks at: requests and answers over a routed product, in blocks
 * with and without a tap at its legs, one after the other. The time is that of the whole trial; the
 * figures are the counters, in microseconds. Budget: 5 us at p99.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class TapCost {
  private static final int PAIRS = 20;
  private static final int REQUESTS = 2_000;

  /** The network, with a line through the product. */
  @State(Scope.Benchmark)
  public static class Line {
    private final Wires wires = new Wires();
    private final SocketChannel line;
    private final ByteBuffer request = Wires.request();

    public Line() {
      try {
        wires.fabric().routeThroughProduct();
        line = wires.dial(wires.server());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private long[] block() throws IOException {
      long[] nanos = new long[REQUESTS];
      for (int i = 0; i < REQUESTS; i++) {
        nanos[i] = Wires.ask(line, request);
      }
      return nanos;
    }

    private long[] tapped() throws IOException, InterruptedException {
      try (Tap _ = wires.fabric().tap(frame -> {}).orElseThrow()) {
        return block();
      }
    }

    @TearDown
    public void close() throws Exception {
      wires.close();
    }
  }

  /** Medians over the pairs of blocks, microseconds. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Figures {
    public double p50Added;
    public double p50Without;
    public double p99Added;
    public double p99Without;
  }

  @Benchmark
  public void addedByTap(Line line, Figures figures) throws IOException, InterruptedException {
    double[] added50 = new double[PAIRS];
    double[] added99 = new double[PAIRS];
    double[] without50 = new double[PAIRS];
    double[] without99 = new double[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean tapFirst = pair % 2 == 1;
      long[] first = tapFirst ? line.tapped() : line.block();
      long[] second = tapFirst ? line.block() : line.tapped();
      long[] without = tapFirst ? second : first;
      long[] with = tapFirst ? first : second;
      without50[pair] = Quantiles.micros(without, 0.5);
      without99[pair] = Quantiles.micros(without, 0.99);
      added50[pair] = Quantiles.micros(with, 0.5) - without50[pair];
      added99[pair] = Quantiles.micros(with, 0.99) - without99[pair];
    }
    figures.p50Added = Quantiles.median(added50);
    figures.p99Added = Quantiles.median(added99);
    figures.p50Without = Quantiles.median(without50);
    figures.p99Without = Quantiles.median(without99);
  }
}
