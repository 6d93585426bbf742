package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.PcapngFile;
import org.bumpless.plant.network.tap.Tap;
import org.jspecify.annotations.Nullable;
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
 * Whether a tap sees everything: datagrams cross a routed product, each seen at two legs and
 * written down. The time is that of the whole trial; the figures are the counters. Budget: none
 * dropped at 20,000 frames/s.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class FrameRate {
  private static final int FRAMES_PER_SECOND = 20_000;
  private static final int LEGS = 2;
  private static final long PERIOD_NANOS = 1_000_000_000L * LEGS / FRAMES_PER_SECOND;
  private static final int DATAGRAMS = 5 * FRAMES_PER_SECOND / LEGS;
  private static final int BYTES = 200;
  private static final int PORT = 47_002;

  /** The network. */
  @State(Scope.Benchmark)
  public static class Network {
    private final Wires wires = new Wires();
    private final DatagramChannel mouth;

    public Network() {
      try {
        wires.fabric().routeThroughProduct();
        Host host = wires.fabric().host(Wires.CONTROL_ROOM);
        mouth =
            wires.add(
                host.within(
                    () ->
                        DatagramChannel.open().bind(new InetSocketAddress(host.address(), PORT))));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @TearDown
    public void close() throws Exception {
      wires.close();
    }
  }

  /** What the tap has counted. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Figures {
    public long seen;
    public long dropped;
    public long framesPerSecond;
  }

  @Benchmark
  public void writtenDown(Network network, Figures figures)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bumpless");
    Path file = folder.resolve("all.pcapng");
    Writing writing = new Writing();
    try (Tap tap = network.wires.fabric().tap(writing).orElseThrow();
        PcapngFile capture = PcapngFile.create(file, "as fast as the budget says", tap.legs())) {
      writing.file = capture;
      long begin = System.nanoTime();
      send(network, begin);
      long took = System.nanoTime() - begin;
      if (!tap.settle(new RealClock())) {
        throw new IllegalStateException("the tap stands still");
      }
      figures.seen = tap.counts().seen();
      figures.dropped = tap.counts().dropped();
      figures.framesPerSecond = figures.seen * 1_000_000_000L / took;
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Writes down all that comes once it has a file. */
  private static final class Writing implements FrameSink {
    private volatile @Nullable PcapngFile file;

    @Override
    public void frame(Frame frame) {
      PcapngFile open = file;
      if (open != null) {
        try {
          open.add(frame, List.of());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void send(Network network, long begin) throws IOException {
    InetSocketAddress to =
        new InetSocketAddress(network.wires.fabric().host(Wires.CONTROLLER).address(), PORT);
    ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
    for (int i = 0; i < DATAGRAMS; i++) {
      long due = begin + i * PERIOD_NANOS;
      while (System.nanoTime() - due < 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      network.mouth.send(bytes.clear(), to);
    }
  }
}
