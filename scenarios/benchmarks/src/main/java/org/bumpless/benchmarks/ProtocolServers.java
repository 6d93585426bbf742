package org.bumpless.benchmarks;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bumpless.endpoint.modbus.ModbusProvider;
import org.bumpless.endpoint.s7.S7Provider;
import org.bumpless.plant.model.Asset;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.VirtualController;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The controllers' Modbus server beside a plain one in C on libmodbus: the same client asks both
 * for a level as fast as it is answered, block by block in turns, while twenty controllers scan
 * every 10 ms. For a figure give it time: {@code -p blocks=10 -p blockMillis=1000}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class ProtocolServers {
  private static final int SCANNING = 20;
  private static final int ANSWERS_A_SECOND_MAX = 200_000;

  @Param({"1", "16"})
  private int connections;

  @Param("1")
  private int blocks;

  @Param("100")
  private int blockMillis;

  /** What was seen of them. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Seen {
    public double oursMicrosP50;
    public double plainMicrosP50;
    public double s7MicrosP50;
    public double oursMicrosP999;
    public double plainMicrosP999;
    public double oursPerSecond;
    public double plainPerSecond;
    public double s7PerSecond;
  }

  @Benchmark
  public double read(Seen seen) throws Exception {
    Site site = new Site();
    try (ScanEngine scanning = scanning(site)) {
      ModbusProvider modbus = new ModbusProvider();
      S7Provider s7comm = new S7Provider();
      Side ours = new Side(site, modbus, site.serve(modbus).address());
      Side plain = new Side(site, modbus, site.add(PlainServer.start(site.folder())).address());
      Side s7 = new Side(site, s7comm, site.serve(s7comm).address());
      try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
        for (int block = 0; block < blocks; block++) {
          ours.ask(threads);
          plain.ask(threads);
          s7.ask(threads);
        }
      }
      seen.oursMicrosP50 = ours.micros(0.5);
      seen.plainMicrosP50 = plain.micros(0.5);
      seen.oursMicrosP999 = ours.micros(0.999);
      seen.plainMicrosP999 = plain.micros(0.999);
      seen.oursPerSecond = ours.perSecond();
      seen.plainPerSecond = plain.perSecond();
      seen.s7MicrosP50 = s7.micros(0.5);
      seen.s7PerSecond = s7.perSecond();
      if (scanning.lateness().scans() == 0) {
        throw new IllegalStateException("nothing scanned meanwhile");
      }
      return seen.oursMicrosP50;
    } finally {
      site.close();
    }
  }

  private static ScanEngine scanning(Site site) {
    LooseWires wires = new LooseWires();
    List<Asset.Controller> all = site.plant().assets(Asset.Controller.class);
    return new ScanEngine(
        site.clock(),
        new ScanCycle(
            site.clock(),
            wires,
            IntStream.range(0, SCANNING)
                .mapToObj(
                    i ->
                        new VirtualController(
                            all.get(i % all.size()),
                            Shipped.program(all.get(i % all.size())),
                            Shipped.LANGUAGE,
                            wires,
                            effect -> {},
                            site.clock()))
                .toList()),
        nanos -> {},
        Duration.ofMinutes(1));
  }

  /** One of the servers with the clients that ask it. */
  private final class Side {
    private final Site site;
    private final List<BooleanSupplier> reads = new ArrayList<>();
    private final List<long[]> taken = new ArrayList<>();

    Side(Site site, ProtocolProvider protocol, InetSocketAddress server) {
      this.site = site;
      for (int i = 0; i < connections; i++) {
        ProtocolClient client = site.client(protocol, Site.CONTROL_ROOM, server, Optional.empty());
        reads.add(client.prepare(site.readLevel()));
      }
    }

    /** One block: every client asks as fast as it is answered. */
    void ask(ExecutorService threads) throws Exception {
      List<Callable<long[]>> clients =
          reads.stream().<Callable<long[]>>map(read -> () -> ask(read)).toList();
      for (Future<long[]> client : threads.invokeAll(clients)) {
        taken.add(client.get());
      }
    }

    private long[] ask(BooleanSupplier read) {
      long[] times = new long[Math.max(1, ANSWERS_A_SECOND_MAX * blockMillis / 1_000)];
      long end = site.clock().nanos() + TimeUnit.MILLISECONDS.toNanos(blockMillis);
      int answers = 0;
      long before = site.clock().nanos();
      while (before < end && answers < times.length) {
        if (!read.getAsBoolean()) {
          throw new IllegalStateException("a read was not answered");
        }
        long after = site.clock().nanos();
        times[answers++] = after - before;
        before = after;
      }
      return Arrays.copyOf(times, answers);
    }

    double micros(double quantile) {
      return Quantiles.micros(taken.stream().flatMapToLong(Arrays::stream).toArray(), quantile);
    }

    double perSecond() {
      return taken.stream().mapToLong(times -> times.length).sum()
          * 1_000.0
          / ((double) blocks * blockMillis);
    }
  }
}
