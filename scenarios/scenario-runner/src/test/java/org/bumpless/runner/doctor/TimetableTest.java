package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.scenario.timing.LatencyPlan;
import org.junit.jupiter.api.Test;

/** Of half a minute, in blocks of one second at 625 requests a second. */
class TimetableTest {
  private static final LatencyPlan FULL =
      new LatencyPlan(Duration.ofSeconds(60), Duration.ofSeconds(1), 625);

  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final Timetable timetable = new Timetable(clock);

  @Test
  void aQuickStartLeavesTimeForAllThatIsNeeded() {
    assertThat(secondsPerArm(5)).isEqualTo(6);
  }

  @Test
  void aSlowStartShrinksTheMeasurementToWhatIsLeft() {
    assertThat(secondsPerArm(15)).isEqualTo(5);
  }

  @Test
  void howeverSlowTheStartSomethingIsMeasured() {
    assertThat(secondsPerArm(50)).isEqualTo(2);
  }

  @Test
  void aShortPlanStaysAsItIs() {
    LatencyPlan brief = new LatencyPlan(Duration.ofSeconds(1), Duration.ofMillis(250), 625);

    assertThat(timetable.fitting(brief, 2)).isEqualTo(brief);
  }

  @Test
  void theSplitAddsUp() {
    clock.spend(Duration.ofMillis(27_940));

    assertThat(
            timetable.told(
                new Timetable.Spent(Duration.ofMillis(9_060), Duration.ofMillis(16_140))))
        .isEqualTo(
            "Examined in 27.9 s: 9.1 s to start the plant, 16.1 s to measure, 2.7 s for the rest.");
  }

  private long secondsPerArm(int started) {
    clock.spend(Duration.ofSeconds(started));
    return timetable.fitting(FULL, 2).perArm().toSeconds();
  }
}
