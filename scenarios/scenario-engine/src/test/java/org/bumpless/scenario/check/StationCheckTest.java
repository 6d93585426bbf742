package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.FlowId;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationCheckTest {
  private static final Verdict PASS = new Verdict.Pass();

  @ParameterizedTest(name = "missed {0}, lost {1}, in a row {2}: noticed {3}, in time {4}")
  @CsvSource({
    "0, 0, 0, PASS, PASS",
    "1, 0, 1, PASS, FAIL",
    "9, 0, 2, PASS, FAIL",
    "3, 0, 3, FAIL, FAIL",
    "1, 1, 1, FAIL, FAIL",
  })
  void isJudgedByWhatWasMissed(int missed, int lost, int inARow, String noticed, String inTime) {
    List<Fare> fares = List.of(fare(0, 0, 0), fare(missed, lost, inARow));

    assertThat(StationCheck.noticedNothing(fares).word()).isEqualTo(noticed);
    assertThat(StationCheck.everyPollInTime(fares).word()).isEqualTo(inTime);
  }

  @Test
  void theEvidenceNamesWhoMissedWhat() {
    assertThat(StationCheck.noticedNothing(List.of(fare(5, 1, 3))).reasons())
        .containsExactly(
            "polling of SCADA-1: 5 of 40 polls missed, 1 of them lost, 3 in a row; first: because");
  }

  @Test
  void aHostThatStoodStillIsNotTheProductsFault() {
    Fare stalled = fare(3, 1, 3, new Misses(0, 0, 0));

    assertThat(StationCheck.noticedNothing(List.of(stalled)))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(StationCheck.everyPollInTime(List.of(stalled)))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(StationCheck.noticedNothing(List.of(stalled)).reasons().getFirst())
        .endsWith(
            "the host itself stood still or was busy meanwhile: a quieter host would settle it");
  }

  @Test
  void aStallDoesNotExcuseWhatWasMissedBesides() {
    assertThat(StationCheck.noticedNothing(List.of(fare(9, 2, 6, new Misses(4, 0, 3)))))
        .isInstanceOf(Verdict.Fail.class);
    assertThat(StationCheck.noticedNothing(List.of(fare(9, 2, 6, new Misses(4, 1, 1)))))
        .isInstanceOf(Verdict.Fail.class);
    assertThat(StationCheck.everyPollInTime(List.of(fare(9, 2, 6, new Misses(1, 0, 1)))))
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void someSingleMissesUnderAStallAreNoticedByNobody() {
    assertThat(StationCheck.noticedNothing(List.of(fare(2, 0, 2, new Misses(0, 0, 0)))))
        .isEqualTo(PASS);
  }

  @Test
  void whereNothingIsClaimedAnExcusedLossLeavesNothingOpen() {
    Fare excused = fare(8, 2, 8, new Misses(0, 0, 0));

    assertThat(StationCheck.noticedNothing(List.of(excused)))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(StationCheck.lostNothingUnexcused(List.of(excused))).isEqualTo(PASS);
  }

  @Test
  void whereNothingIsClaimedAnUnexcusedLossIsAFailureAllTheSame() {
    assertThat(StationCheck.lostNothingUnexcused(List.of(fare(9, 2, 6, new Misses(4, 1, 1)))))
        .isInstanceOf(Verdict.Fail.class);
    assertThat(StationCheck.lostNothingUnexcused(List.of(fare(9, 2, 6, new Misses(4, 0, 3)))))
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void stationsThatPlannedNothingProveNothing() {
    assertThat(StationCheck.noticedNothing(List.of())).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(StationCheck.lostNothingUnexcused(List.of()))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(StationCheck.everyPollInTime(List.of())).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void oneStationThatPlannedNothingAmongOthersProvesNothing() {
    Fare asleep = new Fare(new FlowId("polling"), new AssetId("HMI-1"), 0, 0, 0, 0, "");

    assertThat(StationCheck.noticedNothing(List.of(fare(0, 0, 0), asleep)))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  private static Fare fare(int missed, int lost, int inARow) {
    return fare(missed, lost, inARow, new Misses(missed, lost, inARow));
  }

  private static Fare fare(int missed, int lost, int inARow, Misses blamed) {
    return new Fare(
        new FlowId("polling"), new AssetId("SCADA-1"), 40, missed, lost, inARow, "because", blamed);
  }
}
