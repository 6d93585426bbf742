package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import org.bumpless.plant.engine.Limit;
import org.junit.jupiter.api.Test;

/** The programs of the smaller plants hold their process for as long as a shift or a day. */
class LongRunsIT {
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final long SEED = 20_261_130;

  /** A day of a reactor that is sixty times faster than the paper's: two months of that one. */
  @Test
  void theReactorIsHeldForADay() {
    PlantRig rig = new PlantRig("two-phase-reactor", "R-1", SEED);
    holds(
        rig,
        24 * SECONDS_PER_HOUR,
        second -> {
          if (second % 600 == 0) {
            rig.write("RIC-1", "SP", second % 1200 == 0 ? 2_700 : 2_650);
          }
        });
    assertThat(rig.safety()).as("what the logic solver has told").isEmpty();
  }

  /** Its load goes up and down by a fifth: the level shrinks and swells each time. */
  @Test
  void theBoilerIsHeldForADay() {
    PlantRig rig = new PlantRig("boiler", "B-1", SEED);
    holds(
        rig,
        24 * SECONDS_PER_HOUR,
        second -> {
          if (second % 1_800 == 0) {
            rig.write("BIC-1", "LOAD", second % 3_600 == 0 ? 55 : 45);
          }
        });
    assertThat(rig.tag("BIC-1", "TRIPPED")).isZero();
  }

  @Test
  void theAxisFollowsForAQuarterOfAnHour() {
    PlantRig rig = new PlantRig("servo-axis", "AX-1", SEED);
    double before = rig.truth("position");
    double[] way = new double[1];
    holds(rig, 900, _ -> way[0] = Math.max(way[0], Math.abs(rig.truth("position") - before)));
    assertThat(way[0]).as("it moves, in mm").isGreaterThan(10);
  }

  private static void holds(PlantRig rig, int seconds, IntConsumer eachSecond) {
    System.out.println("long run: seed " + SEED);
    for (int second = 0; second < seconds; second++) {
      eachSecond.accept(second);
      rig.runSeconds(1);
      for (Limit limit : rig.process.limits()) {
        assertThat(limit.margin(rig.process.truth(rig.process.index(limit.signal()))))
            .as("%s after %s s", limit, second)
            .isPositive();
      }
    }
  }
}
