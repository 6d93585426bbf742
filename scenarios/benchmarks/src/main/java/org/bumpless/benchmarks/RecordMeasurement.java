package org.bumpless.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Recording;
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
 * What the instrument itself costs for one request: to write its times down, alone and with the two
 * looks at the clock. With {@code -prof gc} also in bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class RecordMeasurement {
  private final NanoClock clock = new RealClock();
  private final Recording block =
      new Recording(
          new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625),
          clock.nanos(),
          Instant.EPOCH);
  private int request;

  @Benchmark
  public void written() {
    block.answered(next(), 1_000, 2_000);
  }

  @Benchmark
  public void stampedAndWritten() {
    long sent = clock.nanos();
    block.answered(next(), sent, clock.nanos());
  }

  private int next() {
    request = request + 1 == block.requests() ? 0 : request + 1;
    return request;
  }
}
