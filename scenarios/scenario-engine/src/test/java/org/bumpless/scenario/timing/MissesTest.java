package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-24T08:15:20Z");
  private static final long MILLI = 1_000_000;

  @Test
  void oneStallOf400MsIsOneRunWithItsWallClockTime() {
    LatencyPlan plan = new LatencyPlan(Duration.ofSeconds(2), Duration.ofSeconds(1), 100);
    long stall = 1_300 * MILLI;
    Samples serial =
        SerialClient.run(
            plan, sent -> MILLI + (sent >= stall && sent < stall + 10 * MILLI ? 400 * MILLI : 0));
    Samples samples =
        new Samples(serial.blocks(), serial.fromSent(), List.of(BEGIN, BEGIN.plusSeconds(1)));

    Misses misses = Misses.of(samples, Duration.ofMillis(250), 100);

    assertThat(misses.longest())
        .hasValueSatisfying(
            run -> {
              assertThat(run.from()).isEqualTo(BEGIN.plusMillis(1_300));
              assertThat(run.requests()).isBetween(16, 18);
              assertThat(run.length()).isBetween(Duration.ofMillis(401), Duration.ofMillis(450));
            });
    assertThat(misses.missed()).isEqualTo(misses.longest().orElseThrow().requests());
    assertThat(misses.ratio()).isEqualTo(misses.missed() / 200.0);
  }

  @Test
  void anAnswerAtItsDeadlineIsInTime() {
    Misses misses = of(new long[] {250 * MILLI, 250 * MILLI + 1});

    assertThat(misses.missed()).isEqualTo(1);
  }

  @Test
  void whatWasNeverAnsweredIsMissedAndGivenUpAtItsDeadline() {
    Misses misses = of(new long[] {MILLI, Samples.LOST, Samples.LOST, MILLI});

    assertThat(misses.longest())
        .contains(new Misses.Run(2, BEGIN.plusMillis(10), BEGIN.plusMillis(20).plusMillis(250)));
  }

  @Test
  void withoutAMissThereIsNoRun() {
    Misses misses = of(new long[] {MILLI, MILLI});

    assertThat(misses.missed()).isZero();
    assertThat(misses.longest()).isEmpty();
  }

  @Test
  void aRunDoesNotReachIntoAnotherBlock() {
    long late = 300 * MILLI;
    Samples samples =
        new Samples(
            List.of(new long[] {MILLI, late}, new long[] {late, late, MILLI}),
            List.of(new long[] {MILLI, late}, new long[] {late, late, MILLI}),
            List.of(BEGIN, BEGIN.plusSeconds(5)));

    Misses misses = Misses.of(samples, Duration.ofMillis(250), 100);

    assertThat(misses.missed()).isEqualTo(3);
    assertThat(misses.longest())
        .contains(new Misses.Run(2, BEGIN.plusSeconds(5), BEGIN.plusMillis(5_310)));
  }

  private static Misses of(long[] block) {
    return Misses.of(
        new Samples(List.of(block), List.of(block), List.of(BEGIN)), Duration.ofMillis(250), 100);
  }
}
