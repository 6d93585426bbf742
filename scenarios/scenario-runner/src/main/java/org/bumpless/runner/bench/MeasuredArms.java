package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Recording;

/** The connections of all arms. The arms take turns on the same threads. */
final class MeasuredArms implements AutoCloseable {
  private static final long END_SECONDS_MAX = 5;
  private static final Duration SETTLING_BLOCK = Duration.ofMillis(250);

  private final NanoClock clock;
  private final LatencyPlan plan;
  private final ExecutorService threads;
  private final Map<Arm, MeasuredLines> lines = new EnumMap<>(Arm.class);

  /**
   * @param arms that take turns
   * @param budget that decides how many connections an arm has
   * @param request what is asked on each of them
   * @param opener makes a session of an arm, not connected yet
   */
  MeasuredArms(
      Set<Arm> arms,
      LatencyPlan plan,
      Budget budget,
      Operation request,
      RealTime timing,
      Function<Arm, Session> opener) {
    this.clock = timing.clock();
    this.plan = plan;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            plan.lines(Arm.PRODUCT, budget),
            timing.threads(
                work ->
                    Thread.ofPlatform()
                        .name("latency-" + number.incrementAndGet())
                        .unstarted(work)));
    for (Arm arm : arms) {
      List<Session> sessions =
          Stream.generate(() -> opener.apply(arm)).limit(plan.lines(arm, budget)).toList();
      lines.put(arm, new MeasuredLines(sessions, request, threads));
    }
  }

  /** Connects all arms, and lets them run until this JVM's compilers are done with them. */
  void warmUp() throws InterruptedException {
    warmUp(plan);
  }

  /** The same under another load. */
  void warmUp(LatencyPlan load) throws InterruptedException {
    OpenLoop loop = new OpenLoop(clock, load);
    lines.values().forEach(its -> its.warmUp(loop));
    OpenLoop settling = new OpenLoop(clock, load.inBlocksOf(SETTLING_BLOCK));
    new Settling(clock)
        .await(
            () -> {
              for (MeasuredLines its : lines.values()) {
                var _ = its.block(settling);
              }
            });
  }

  /** Measures one block of an arm. */
  Recording block(Arm arm) throws InterruptedException {
    return block(arm, plan.of(arm));
  }

  /** Measures one block of another length or load. */
  Recording block(Arm arm, LatencyPlan load) throws InterruptedException {
    MeasuredLines its = lines.get(arm);
    if (its == null) {
      throw new IllegalStateException("no connections of arm " + arm.label());
    }
    return its.block(new OpenLoop(clock, load));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "a measuring thread did not end in " + END_SECONDS_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.values().forEach(MeasuredLines::close);
    }
  }
}
