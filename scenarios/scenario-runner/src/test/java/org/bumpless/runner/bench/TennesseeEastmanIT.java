package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bumpless.plant.engine.Limit;
import org.junit.jupiter.api.Test;

/** The Tennessee Eastman plant under its own controllers, for days. */
class TennesseeEastmanIT {
  private static final int SETTLED_H = 2;
  private static final int DAYS_H = 72;
  private static final int SECONDS_PER_HOUR = 3_600;

  /** Published base case, Downs and Vogel 1993, Tables 4 and 5; XMEAS 1 to 41. */
  private static final double[] BASE = {
    0.25052, 3664.0, 4509.3, 9.3477, 26.902, 42.339, 2705.0, 75.000, 120.40, 0.33712, 80.109,
    50.000, 2633.7, 25.160, 50.000, 3102.2, 22.949, 65.731, 230.31, 341.43, 94.599, 77.297,
    32.188, 8.8933, 26.383, 6.8820, 18.776, 1.6567, 32.958, 13.823, 23.978, 1.2565, 18.579,
    2.2633, 4.8436, 2.2986, 0.01787, 0.83570, 0.09858, 53.724, 43.828
  };

  /** How far it may ever stray for noise alone, in the signal's unit. */
  private static final Map<String, Double> BANDS =
      Map.of(
          "reactorPressure", 60.0,
          "separatorPressure", 60.0,
          "stripperPressure", 60.0,
          "reactorLevel", 2.0,
          "separatorLevel", 2.0,
          "stripperLevel", 2.0,
          "reactorTemperature", 0.2,
          "stripperUnderflow", 3.0,
          "productG", 1.0,
          "productH", 1.0);

  private final double[] sum = new double[BASE.length];

  @Test
  void itsControllersKeepTheBaseCaseForThreeDays() {
    long seed = 20_250_106;
    System.out.println("Tennessee Eastman under control: seed " + seed);
    PlantRig rig = PlantRig.tennesseeEastman(seed);
    int seconds = 0;
    for (int second = 0; second < DAYS_H * SECONDS_PER_HOUR; second++) {
      rig.runSeconds(1);
      if (second >= SETTLED_H * SECONDS_PER_HOUR) {
        seconds++;
        watch(rig, second);
      }
    }
    assertThat(rig.truth("productMade")).isCloseTo(DAYS_H * 22.949, within(DAYS_H * 0.1));
    for (int i = 0; i < BASE.length; i++) {
      String name = rig.process.signals().get(i).name();
      // Steam is what the loop around it makes of the product's purity: it wanders for hours.
      double share = name.endsWith("steamFlow") ? 0.04 : 0.01;
      assertThat(sum[i] / seconds)
          .as("mean of %s", name)
          .isCloseTo(BASE[i], within(share * BASE[i]));
    }
  }

  private void watch(PlantRig rig, int second) {
    for (int i = 0; i < BASE.length; i++) {
      sum[i] += rig.process.truth(i);
    }
    if (second % 10 != 0) {
      return;
    }
    assertThat(rig.truth("shutdown")).as("shut down after %s s", second).isZero();
    for (Limit limit : rig.process.limits()) {
      assertThat(limit.margin(rig.process.truth(rig.process.index(limit.signal()))))
          .as("%s after %s s", limit, second)
          .isPositive();
    }
    BANDS.forEach(
        (name, band) ->
            assertThat(rig.truth(name))
                .as("%s after %s s", name, second)
                .isCloseTo(BASE[rig.process.index("TE-1." + name)], within(band)));
  }

  @Test
  void theyBringItBackWhenTheFeedsCompositionSteps() {
    PlantRig rig = PlantRig.tennesseeEastman(3);
    rig.disturb(1);
    rig.runHours(24);
    assertThat(rig.truth("shutdown")).isZero();
    assertThat(rig.truth("reactorPressure")).isCloseTo(2_705, within(60.0));
    assertThat(rig.truth("productG")).isCloseTo(53.7, within(1.0));
    assertThat(rig.truth("aFeed")).as("for the A that is lacking").isGreaterThan(0.5);
  }

  /** The scheme has nothing that would lower production instead. */
  @Test
  void theyCannotHoldItWithoutFeedA() {
    PlantRig rig = PlantRig.tennesseeEastman(3);
    rig.disturb(6);
    rig.runHours(24);
    assertThat(rig.truth("shutdownCause")).as("1: reactor pressure").isEqualTo(1);
    assertThat(rig.tag("PLC-200", "TRIPPED")).isEqualTo(1);
    assertThat(rig.tag("PLC-200", "P_HIHI")).isEqualTo(1);
  }
}
