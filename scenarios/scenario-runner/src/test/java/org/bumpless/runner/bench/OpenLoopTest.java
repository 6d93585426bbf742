package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Recording;
import org.bumpless.scenario.timing.Samples;
import org.junit.jupiter.api.Test;

/** One hundred requests per second, in blocks of one second; times are milliseconds. */
class OpenLoopTest {
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 100);
  private static final LatencyPlan QUICK =
      new LatencyPlan(Duration.ofSeconds(1), Duration.ofMillis(200), 2_000);
  private static final Operation READ = new Operation.Read(List.of(TagId.parse("LIC-1.PV")));
  private static final Outcome OK = new Outcome.Answered(Map.of(), "");
  private static final Outcome SILENT = new Outcome.NoReply("nothing within 1500 ms");

  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final OpenLoop loop = new OpenLoop(clock, PLAN);

  @Test
  void aQuickServerIsMeasuredAsItIs() throws InterruptedException {
    Recording block = alone(server(i -> answer(2)));

    assertThat(block.fromIntended()).hasSize(100).containsOnly(ms(2));
    assertThat(block.fromSent()).hasSize(100).containsOnly(ms(2));
  }

  @Test
  void aStallShowsInAllRequestsThatFellDueMeanwhile() throws InterruptedException {
    Recording block = alone(server(i -> answer(i == 50 ? 200 : 1)));

    assertThat(Arrays.stream(block.fromIntended()).filter(v -> v > ms(10)).count())
        .as("late from the intended time")
        .isBetween(19L, 23L);
    assertThat(Arrays.stream(block.fromSent()).filter(v -> v > ms(10)).count())
        .as("late from the time of sending")
        .isEqualTo(1);
    assertThat(block.fromIntended()[51]).isEqualTo(ms(200 + 1 - 10));
  }

  @Test
  void aShortBlockWaitsForAProductThatStandsStillLongerThanItself() throws InterruptedException {
    LatencyPlan shorter = new LatencyPlan(Duration.ofSeconds(1), Duration.ofMillis(200), 100);
    OpenLoop quick = new OpenLoop(clock, shorter);
    Recording block = quick.begin();

    quick.share(block, request(server(i -> answer(i == 5 ? 400 : 1))), 0, 1);

    assertThat(Arrays.stream(block.fromSent()).filter(v -> v == ms(1)).count())
        .as("sent, after the stall or before it")
        .isEqualTo(19);
    assertThat(block.fromIntended()[5]).isEqualTo(ms(400));
    assertThat(block.fromIntended()[6]).isEqualTo(ms(400 + 1 - 10));
  }

  @Test
  void everyPlannedRequestIsCountedThoughTheServerIsTooSlowForIt() throws InterruptedException {
    Recording block = alone(server(i -> answer(100)));

    assertThat(block.fromIntended()).hasSize(100).doesNotContain(Samples.LOST);
    assertThat(Arrays.stream(block.fromSent()).filter(v -> v == ms(100)).count())
        .as("sent within two block lengths")
        .isEqualTo(21);
    assertThat(block.fromIntended()[99]).as("waited in vain").isGreaterThan(ms(1_000));
    assertThat(clock.nanos()).isLessThanOrEqualTo(ms(2_200));
  }

  @Test
  void anAnswerThatNeverComesIsLostAndTheRestGoesOn() throws InterruptedException {
    Recording block = alone(server(i -> i == 3 ? new Reaction(5, SILENT) : answer(1)));

    assertThat(block.fromIntended()[3]).isEqualTo(Samples.LOST);
    assertThat(block.fromSent()[3]).isEqualTo(Samples.LOST);
    assertThat(block.fromIntended()[4]).isEqualTo(ms(1));
  }

  @Test
  void aServerThatSwallowsEverythingDoesNotHoldUpTheRun() throws InterruptedException {
    Recording block = alone(server(i -> new Reaction(1_500, SILENT)));

    assertThat(block.fromIntended()).hasSize(100);
    assertThat(clock.nanos()).isLessThanOrEqualTo(ms(3_100));
    assertThat(Arrays.stream(block.fromIntended()).filter(v -> v == Samples.LOST).count())
        .isEqualTo(2);
  }

  @Test
  void warmingUpEndsAfterOneBlockOrTheFirstRefusal() {
    loop.warmUp(request(server(i -> answer(400))), 1);
    assertThat(clock.nanos()).isEqualTo(ms(1_200));

    loop.warmUp(request(server(i -> new Reaction(7, SILENT))), 1);
    assertThat(clock.nanos()).isEqualTo(ms(1_207));
  }

  @Test
  void anInterruptEndsTheBlock() {
    Session interrupting =
        server(
            i -> {
              Thread.currentThread().interrupt();
              return answer(1);
            });

    assertThatThrownBy(() -> alone(interrupting)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void twoConnectionsShareTheRequestsOfABlock() throws InterruptedException {
    Recording block = loop.begin();
    loop.share(block, request(server(i -> answer(1))), 1, 2);

    assertThat(block.fromIntended()[0]).as("the other connection's").isEqualTo(Samples.LOST);
    assertThat(Arrays.stream(block.fromIntended()).filter(v -> v == ms(1)).count()).isEqualTo(50);
    assertThat(clock.nanos()).as("the last request is the hundredth").isBetween(ms(990), ms(1_000));
  }

  @Test
  void theTimedLoopAllocatesNothing() throws InterruptedException {
    OpenLoop real = new OpenLoop(RealTime.best().clock(), QUICK);
    BooleanSupplier echo = request(constant());
    Recording block = real.begin();

    long allocated = Allocation.bytesEachTime(() -> real.share(block, echo, 0, 1));

    assertThat(allocated).as("bytes in %d operations", block.requests()).isZero();
    assertThat(block.fromIntended()).hasSize(400).doesNotContain(Samples.LOST);
  }

  private static BooleanSupplier request(Session session) {
    return session.prepare(READ);
  }

  private Recording alone(Session session) throws InterruptedException {
    Recording block = loop.begin();
    loop.share(block, request(session), 0, 1);
    return block;
  }

  private record Reaction(long millis, Outcome outcome) {}

  private static Reaction answer(long millis) {
    return new Reaction(millis, OK);
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }

  private Session constant() {
    return new Scripted(() -> OK);
  }

  private Session server(IntFunction<Reaction> reactions) {
    AtomicInteger count = new AtomicInteger();
    return new Scripted(
        () -> {
          Reaction reaction = reactions.apply(count.getAndIncrement());
          clock.spend(Duration.ofMillis(reaction.millis()));
          return reaction.outcome();
        });
  }

  /** A session that answers as it is told to. */
  private record Scripted(Supplier<Outcome> script) implements Session {
    @Override
    public Outcome perform(Operation operation) {
      return script.get();
    }

    @Override
    public Set<String> manners() {
      return Set.of(Operation.Write.PLAIN);
    }

    @Override
    public Outcome connect() {
      return OK;
    }

    @Override
    public boolean connected() {
      return true;
    }

    @Override
    public boolean awaitClosed() {
      return true;
    }

    @Override
    public void close() {}
  }
}
