package org.bumpless.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.runner.wire.Transits.Transit;
import org.bumpless.runner.wire.Transits.UnmatchedException;
import org.bumpless.runner.wire.WireMeter;
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
 * Whether the wire reads true: a relay that keeps requests for 50 us more in one block than in the
 * next, seen by kernel time stamps at its legs. The time is that of the whole trial; the figures
 * are the counters, in microseconds. Budget: 50 +- 3 us.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class KnownDelay {
  private static final long DELAY_NANOS = 50_000;
  private static final int PAIRS = 20;
  private static final int REQUESTS = 500;

  /** The network, with a line to the relay in the product's place. */
  @State(Scope.Benchmark)
  public static class Line {
    private final Wires wires = new Wires();
    private final WireMeter meter = new WireMeter(wires.front(), wires.server());
    private final ByteBuffer request = Wires.request();
    private final SpinningRelay relay;
    private final Tap tap;
    private final SocketChannel line;

    public Line() {
      try {
        tap = wires.add(wires.fabric().tap(meter).orElseThrow());
        relay =
            wires.add(new SpinningRelay(wires.fabric().product(), wires.front(), wires.server()));
        line = wires.dial(wires.front());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private void block(long delayNanos) throws IOException {
      relay.delay(delayNanos);
      for (int i = 0; i < REQUESTS; i++) {
        Wires.ask(line, request);
      }
    }

    private double[] medians(int blocks) throws InterruptedException, UnmatchedException {
      if (!tap.settle(new RealClock()) || tap.counts().dropped() > 0) {
        throw new IllegalStateException("the tap has not seen all: " + tap.counts());
      }
      List<Transit> all = meter.transits(0).getFirst();
      List<Transit> last = all.subList(all.size() - blocks * REQUESTS, all.size());
      double[] medians = new double[blocks];
      for (int block = 0; block < blocks; block++) {
        medians[block] =
            Quantiles.micros(
                last.subList(block * REQUESTS, (block + 1) * REQUESTS).stream()
                    .mapToLong(Transit::nanos)
                    .toArray(),
                0.5);
      }
      return medians;
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
    public double added;
    public double relayAlone;
  }

  @Benchmark
  public void readOnTheWire(Line line, Figures figures)
      throws IOException, InterruptedException, UnmatchedException {
    for (int pair = 0; pair < PAIRS; pair++) {
      line.block(0);
      line.block(DELAY_NANOS);
    }
    double[] medians = line.medians(2 * PAIRS);
    double[] added = new double[PAIRS];
    double[] alone = new double[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      alone[pair] = medians[2 * pair];
      added[pair] = medians[2 * pair + 1] - medians[2 * pair];
    }
    figures.added = Quantiles.median(added);
    figures.relayAlone = Quantiles.median(alone);
  }
}
