package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class WayCheckTest {
  private static final Knock CONTROL = knock("HMI-1", "LIC-101", true, true);

  @Test
  void nothingThatComesIsNoWayAround() {
    assertThat(WayCheck.noWayAround(List.of(CONTROL, knock("EWS-1", "LIC-101", false, false))))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void whatComesPastTheProductFailsAndIsNamed() {
    assertThat(
            WayCheck.noWayAround(
                List.of(
                    CONTROL,
                    knock("INTRUDER-L4", "LIC-101", false, true),
                    knock("INTRUDER-L4", "LIC-102", false, true),
                    knock("EWS-2", "LIC-101", false, true))))
        .isEqualTo(
            new Verdict.Fail(
                List.of(
                    "EWS-2 came to LIC-101 (modbus-tcp) past the product",
                    "INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product, and to 1 more")));
  }

  @Test
  void whatComesPastTheProductFailsThoughTheTrialIsNotSound() {
    assertThat(WayCheck.noWayAround(List.of(knock("EWS-1", "LIC-101", false, true))))
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aTrialInWhichNothingComesAnywhereShowsNothing() {
    assertThat(
            WayCheck.noWayAround(
                List.of(
                    knock("HMI-1", "LIC-101", true, false),
                    knock("EWS-1", "LIC-101", false, false))))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(WayCheck.noWayAround(List.of())).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(WayCheck.noWayAround(List.of(knock("EWS-1", "LIC-101", false, false))))
        .isEqualTo(
            new Verdict.Inconclusive(
                "no way is open by which the trial could be tried: the trial shows nothing"));
  }

  @Test
  void aDoorThatHearsNothingEvenByAnOpenWayShowsNothing() {
    Knock unheard =
        new Knock(new AssetId("HMI-1"), new AssetId("LIC-101"), "udp 47001", true, true, false);

    assertThat(
            WayCheck.noWayAround(
                List.of(CONTROL, unheard, knock("EWS-1", "LIC-101", false, false))))
        .isEqualTo(
            new Verdict.Inconclusive(
                "nothing came to LIC-101 (udp 47001) even by an open way: the trial shows nothing"));
  }

  @Test
  void aHostThatCannotKnockShowsNothing() {
    Knock mute =
        new Knock(new AssetId("EWS-1"), new AssetId("LIC-101"), "modbus-tcp", false, false, false);

    assertThat(WayCheck.noWayAround(List.of(CONTROL, mute)))
        .isEqualTo(new Verdict.Inconclusive("no knock left EWS-1: the trial shows nothing"));
    assertThat(
            WayCheck.noWayAround(List.of(CONTROL, mute, knock("EWS-1", "LIC-102", false, false))))
        .as("a host has no route to every other")
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void aPlantInWhichEverythingIsOpenHasNothingToJudge() {
    assertThat(WayCheck.noWayAround(List.of(CONTROL)))
        .isEqualTo(
            new Verdict.Inconclusive("no two zones are kept apart: there is nothing to judge"));
  }

  private static Knock knock(String from, String to, boolean open, boolean came) {
    return new Knock(new AssetId(from), new AssetId(to), "modbus-tcp", open, true, came);
  }
}
