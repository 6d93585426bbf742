package org.bumpless.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.junit.jupiter.api.Test;

class LoopFareTest {
  private static final Loop LOOP =
      new Loop(
          new AssetId("LIC-101"), "T-101.level", "%", "SP", 2, 100, List.of("HIHI", "DRY_RUN"));

  @Test
  void theErrorIsSummedUpWhicheverSideItIsOn() {
    LoopFare fare = LoopFare.of(LOOP, List.of(at(0, 53, 50), at(2, 46, 50), at(3, 50, 50)));

    assertThat(fare.integralError()).isCloseTo(3 * 2 + 4 * 1, within(1e-9));
  }

  @Test
  void theMarginIsToTheNearerOfTheLimitsAtTheWorstMoment() {
    assertThat(LoopFare.of(LOOP, List.of(at(0, 50, 50), at(1, 93, 50))).margin()).isEqualTo(7);
    assertThat(LoopFare.of(LOOP, List.of(at(0, 12, 50), at(1, 93, 50))).margin()).isEqualTo(7);
    assertThat(LoopFare.of(LOOP, List.of(at(0, 6, 50), at(1, 93, 50))).margin()).isEqualTo(4);
    assertThat(LoopFare.of(LOOP, List.of(at(0, 1.5, 50))).margin()).isEqualTo(-0.5);
  }

  @Test
  void anAlarmCountsHoweverShortItWas() {
    LoopFare fare =
        LoopFare.of(LOOP, List.of(at(0, 50, 50), at(1, 95, 50, true, false), at(2, 50, 50)));

    assertThat(fare.alarms()).containsExactly("HIHI");
    assertThat(LoopFare.of(LOOP, List.of(at(0, 50, 50))).alarms()).isEmpty();
  }

  private static LoopFare.Sample at(long second, double value, double setPoint) {
    return at(second, value, setPoint, false, false);
  }

  private static LoopFare.Sample at(
      long second, double value, double setPoint, boolean hihi, boolean dryRun) {
    return new LoopFare.Sample(second * 1_000_000_000L, value, setPoint, List.of(hihi, dryRun));
  }
}
