package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the programs of the Tennessee Eastman plant make of what stations write. */
class TennesseeEastmanProgramsTest {
  private PlantRig rig;

  @BeforeEach
  void start() {
    rig = PlantRig.tennesseeEastman(1);
    rig.runSeconds(5);
  }

  @ParameterizedTest
  @CsvSource({
    "PLC-100, D_OUT, dFeedValve",
    "PLC-100, E_OUT, eFeedValve",
    "PLC-100, A_OUT, aFeedValve",
    "PLC-200, AC_OUT, acFeedValve",
    "PLC-200, W_OUT, reactorWaterValve",
    "PLC-300, R_OUT, recycleValve",
    "PLC-300, PG_OUT, purgeValve",
    "PLC-300, L_OUT, separatorValve",
    "PLC-300, C_OUT, condenserWaterValve",
    "PLC-400, L_OUT, stripperValve",
    "PLC-400, S_OUT, steamValve"
  })
  void inManTheOperatorHasTheValve(String controller, String tag, String valve) {
    rig.write(controller, "MODE", 0);
    rig.write(controller, tag, 33);
    rig.runSeconds(5);
    assertThat(rig.truth(valve)).isEqualTo(33);
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1e30}) {
      rig.write(controller, tag, bad);
      rig.scan();
      assertThat(rig.truth(valve)).as("written %s", bad).isZero();
    }
    rig.write(controller, tag, 1e30);
    rig.scan();
    assertThat(rig.truth(valve)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "PLC-100, D_OUT",
    "PLC-200, AC_OUT",
    "PLC-200, W_OUT",
    "PLC-300, L_OUT",
    "PLC-400, S_OUT"
  })
  void goingBackToCascadeDoesNotKickTheValve(String controller, String tag) {
    rig.write(controller, "MODE", 0);
    rig.write(controller, tag, 30);
    rig.runSeconds(20);
    rig.write(controller, "MODE", 2);
    rig.scan();
    assertThat(rig.tag(controller, tag)).isCloseTo(30, within(3.0));
  }

  @ParameterizedTest
  @CsvSource({
    "PLC-100, D_SP, D_OUT", "PLC-100, XA_SP, A_OUT", "PLC-200, L_SP, AC_OUT",
    "PLC-200, T_SP, W_OUT", "PLC-300, F_SP, C_OUT", "PLC-300, PG_SP, PG_OUT",
    "PLC-400, XE_SP, S_OUT", "PLC-400, L_SP, L_OUT"
  })
  void aSetPointThatIsNoNumberLeavesTheValveInItsRange(
      String controller, String setPoint, String out) {
    double good = rig.tag(controller, setPoint);
    rig.write(controller, setPoint, Double.NaN);
    rig.runSeconds(60);
    assertThat(rig.tag(controller, out)).isBetween(0.0, 100.0);
    rig.write(controller, setPoint, good);
    rig.runSeconds(60);
    assertThat(rig.tag(controller, setPoint)).isCloseTo(good, within(0.2 * good));
    assertThat(rig.truth("shutdown")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "PLC-100, dFeedValve, 0",
    "PLC-100, eFeedValve, 0",
    "PLC-100, aFeedValve, 0",
    "PLC-200, acFeedValve, 0",
    "PLC-200, reactorWaterValve, 100",
    "PLC-300, separatorValve, 0",
    "PLC-300, purgeValve, 100",
    "PLC-300, condenserWaterValve, 100",
    "PLC-400, stripperValve, 0",
    "PLC-400, steamValve, 0"
  })
  void emergencyShutDownStandsAboveAll(String controller, String valve, double percent) {
    rig.write(controller, "ESD", 1);
    rig.scan();
    assertThat(rig.truth(valve)).isEqualTo(percent);
    assertThat(rig.tag(controller, "MODE")).isEqualTo(2);
  }

  @Test
  void inAutoTheFlowFollowsTheOperatorsSetPoint() {
    rig.write("PLC-100", "MODE", 1);
    rig.write("PLC-100", "D_SP", 3_864);
    rig.runSeconds(120);
    assertThat(rig.truth("dFeed"))
        .as("half of the step: proportional alone")
        .isCloseTo(3_764, within(30.0));
    assertThat(rig.tag("PLC-100", "D_SP")).isEqualTo(3_864);
  }
}
