package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Session;
import org.junit.jupiter.api.Test;

/** Probes every 10 ms, for one second. */
class ProbeLoopTest {
  private static final Operation READ = new Operation.Read(List.of(TagId.parse("LIC-1.PV")));
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int WHICH = 7;

  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final ProbeLoop loop = new ProbeLoop(clock);

  @Test
  void whereEachIsAnsweredAtOnceItResolvesItsPeriod() throws InterruptedException {
    ProbeLoop.Probed probed = loop.run(answering(i -> Duration.ofMillis(1)), READ, SECOND);

    assertThat(probed.gapNanos()).hasSize(100).startsWith(ms(11)).contains(ms(10));
    assertThat(probed.gapNanos().subList(1, 100)).containsOnly(ms(10));
    assertThat(probed.unanswered()).isZero();
  }

  @Test
  void aStallIsOneLongGapAndIsNotMadeUpFor() throws InterruptedException {
    ProbeLoop.Probed probed =
        loop.run(answering(i -> Duration.ofMillis(i == WHICH ? 200 : 1)), READ, SECOND);

    assertThat(probed.gapNanos()).contains(ms(209)).hasSizeLessThan(90);
    assertThat(probed.gapNanos().stream().filter(gap -> gap < ms(10)))
        .as("sent at once after the stall")
        .containsExactly(ms(1));
  }

  @Test
  void aProbeWithoutAnAnswerEndsNoGap() throws InterruptedException {
    Session session = server(i -> i == WHICH ? new Outcome.NoReply("nothing") : ok(), i -> SECOND);
    ProbeLoop.Probed probed = loop.run(session, READ, SECOND.multipliedBy(20));

    assertThat(probed.unanswered()).isEqualTo(1);
    assertThat(probed.gapNanos()).contains(ms(2_000));
  }

  @Test
  void anInterruptEndsIt() {
    Session interrupting =
        answering(
            i -> {
              Thread.currentThread().interrupt();
              return Duration.ZERO;
            });

    assertThatThrownBy(() -> loop.run(interrupting, READ, SECOND))
        .isInstanceOf(InterruptedException.class);
  }

  private Session answering(IntFunction<Duration> takes) {
    return server(i -> ok(), takes);
  }

  private Session server(IntFunction<Outcome> says, IntFunction<Duration> takes) {
    return new Session() {
      private int asked;

      @Override
      public Set<String> manners() {
        return Set.of();
      }

      @Override
      public Outcome connect() {
        return ok();
      }

      @Override
      public Outcome perform(Operation operation) {
        clock.spend(takes.apply(asked));
        return says.apply(asked++);
      }

      @Override
      public boolean connected() {
        return true;
      }

      @Override
      public boolean awaitClosed() {
        return false;
      }

      @Override
      public void close() {}
    };
  }

  private static Outcome ok() {
    return new Outcome.Answered(Map.of(), "");
  }

  private static long ms(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
