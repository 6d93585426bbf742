package org.bumpless.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.runner.realtime.RealTime;
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
 * Controllers with a program of 300 lines, each scanned every 10 ms in real time by one thread: how
 * many scans overran, how late they began. For a figure give it time: {@code -p seconds=60 -p
 * warmUpSeconds=10}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class ManyControllers {
  private static final int SCANS_A_SECOND = 100;
  private static final double TAIL = 0.999;

  @Param("1000")
  private int controllers;

  @Param("1")
  private int seconds;

  /** So long the compilers of this JVM have before anything is counted. */
  @Param("1")
  private int warmUpSeconds;

  /** Whether the scan thread is served first, where the host allows it. */
  @Param({"true", "false"})
  private boolean punctual;

  /** What was seen of the scans. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Seen {
    public long scans;
    public long overruns;
    public long lateP999Micros;
    public long lateWorstMicros;

    /** From the beginning of the first controller's scan to the end of the last one's. */
    public long cycleP999Micros;
  }

  @Benchmark
  public long scan(Seen seen) throws InterruptedException {
    Asset.Controller like = Shipped.tankFarm().assets(Asset.Controller.class).getFirst();
    ControllerProgram program = LongProgram.of(like);
    RealTime timing = punctual ? RealTime.punctual() : RealTime.ordinary();
    System.out.println("scan thread: " + timing.told());
    LateClock clock = new LateClock(timing.clock(), seconds * SCANS_A_SECOND);
    LooseWires wires = new LooseWires();
    List<VirtualController> all =
        IntStream.range(0, controllers)
            .mapToObj(
                i ->
                    new VirtualController(
                        named(like, i), program, Shipped.LANGUAGE, wires, effect -> {}, clock))
            .toList();
    try (ScanEngine engine =
        new ScanEngine(
            clock,
            new ScanCycle(clock, wires, all),
            clock::scanned,
            Duration.ofMinutes(1),
            timing.threads(work -> Thread.ofPlatform().unstarted(work)))) {
      new RealClock().await(Duration.ofSeconds(warmUpSeconds));
      clock.begin();
      long before = engine.lateness().scans();
      long late = engine.lateness().overruns();
      new RealClock().await(Duration.ofSeconds(seconds));
      seen.scans = engine.lateness().scans() - before;
      seen.overruns = engine.lateness().overruns() - late;
      clock.end();
    }
    seen.lateWorstMicros = clock.worstMicros();
    seen.lateP999Micros = clock.lateMicros();
    seen.cycleP999Micros = clock.cycleMicros();
    return seen.scans;
  }

  private static Asset.Controller named(Asset.Controller like, int number) {
    return new Asset.Controller(
        new AssetId("LIC-" + number),
        like.zone(),
        like.title(),
        like.personality(),
        like.program(),
        like.endpoints(),
        like.tags());
  }

  /** Keeps how late its waits have ended. Used by the scan thread only, until that has ended. */
  private static final class LateClock implements NanoClock {
    private final NanoClock real;
    private final long[] late;
    private final long[] took;
    private long woke;
    private volatile boolean counting;
    private int waits;
    private int ends;

    LateClock(NanoClock real, int atMost) {
      this.real = real;
      late = new long[atMost];
      took = new long[atMost];
    }

    @Override
    public long nanos() {
      return real.nanos();
    }

    @Override
    public Instant instant() {
      return real.instant();
    }

    @Override
    public void awaitUntil(long nanos) throws InterruptedException {
      real.awaitUntil(nanos);
      if (counting && waits < late.length) {
        woke = real.nanos();
        late[waits++] = Math.max(0, woke - nanos);
      }
    }

    /** All controllers have scanned. */
    void scanned(long nanos) {
      if (counting && waits > 0 && ends < took.length) {
        took[ends++] = nanos - woke;
      }
    }

    void begin() {
      counting = true;
    }

    void end() {
      counting = false;
    }

    long worstMicros() {
      return Arrays.stream(late, 0, waits).max().orElse(0) / 1_000;
    }

    long lateMicros() {
      return Math.round(Quantiles.micros(Arrays.copyOf(late, waits), TAIL));
    }

    long cycleMicros() {
      return Math.round(Quantiles.micros(Arrays.copyOf(took, ends), TAIL));
    }
  }
}
