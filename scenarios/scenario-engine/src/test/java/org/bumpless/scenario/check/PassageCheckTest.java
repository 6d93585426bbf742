package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.bench.Network.Aside;
import org.bumpless.scenario.bench.Network.Forgery;
import org.bumpless.scenario.bench.Network.Pushed;
import org.bumpless.scenario.bench.Network.Smuggled;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class PassageCheckTest {
  @Test
  void whatTheProductStopsPasses() {
    assertThat(PassageCheck.noForgery(List.of(forgery("EWS-1", true, false))))
        .isEqualTo(new Verdict.Pass());
    assertThat(PassageCheck.noneUnasked(List.of(aside("LIC-201", true, false))))
        .isEqualTo(new Verdict.Pass());
    assertThat(PassageCheck.nothingSmuggled(new Smuggled(true, true, false), "it"))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void whatPassesFailsAndIsNamedSourceBySource() {
    assertThat(
            PassageCheck.noForgery(
                List.of(
                    forgery("EWS-2", true, true),
                    forgery("EWS-1", true, true),
                    forgery("EWS-1", false, true),
                    forgery("EWS-3", false, false))))
        .isEqualTo(
            new Verdict.Fail(
                List.of(
                    "EWS-1 passed the product as SCADA-1 to LIC-101 (modbus-tcp), and 1 more",
                    "EWS-2 passed the product as SCADA-1 to LIC-101 (modbus-tcp)")));
    assertThat(PassageCheck.noneUnasked(List.of(aside("LIC-201", true, true))))
        .isEqualTo(
            new Verdict.Fail(
                "an answer of LIC-201 (opc-ua) passed the product, which no question had passed"));
    assertThat(PassageCheck.nothingSmuggled(new Smuggled(true, false, true), "ssh"))
        .isEqualTo(new Verdict.Fail("ssh was heard behind the product, byte by byte"));
  }

  @Test
  void oneSourceThatNeverCameToTheProductLeavesItOpen() {
    assertThat(
            PassageCheck.noForgery(
                List.of(
                    forgery("EWS-1", true, false),
                    forgery("EWS-1", false, false),
                    forgery("EWS-2", false, false))))
        .isEqualTo(
            new Verdict.Inconclusive(
                "what EWS-2 forged has not come to the product: the trial shows nothing"));
    assertThat(PassageCheck.noneUnasked(List.of(aside("LIC-201", false, false))))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void whatWasNotTriedOrNotSaidOrNotHeardShowsNothing() {
    assertThat(PassageCheck.noForgery(List.of())).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(PassageCheck.noneUnasked(List.of())).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(PassageCheck.nothingSmuggled(new Smuggled(false, true, false), "it"))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(PassageCheck.nothingSmuggled(new Smuggled(true, false, false), "it"))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aDiodeIsTriedInEveryWayOrNothingIsShown() {
    assertThat(
            PassageCheck.oneWay(
                List.of(pushed("udp answer", true, false), pushed("tcp of its own", true, false))))
        .isEqualTo(new Verdict.Pass());
    assertThat(
            PassageCheck.oneWay(
                List.of(pushed("udp answer", true, true), pushed("tcp of its own", false, false))))
        .isEqualTo(
            new Verdict.Fail(
                "something came back through the data diode site-to-records: from REPLICA-1 to"
                    + " HIST-1 (udp answer)"));
    assertThat(
            PassageCheck.oneWay(
                List.of(pushed("udp answer", true, false), pushed("tcp of its own", false, false))))
        .isEqualTo(
            new Verdict.Inconclusive(
                "tcp of its own at site-to-records could not be tried: the trial shows nothing"));
    assertThat(PassageCheck.oneWay(List.of())).isInstanceOf(Verdict.Inconclusive.class);
  }

  private static Pushed pushed(String what, boolean tried, boolean back) {
    return new Pushed(
        new ConduitId("site-to-records"),
        new AssetId("REPLICA-1"),
        new AssetId("HIST-1"),
        what,
        tried,
        back);
  }

  private static Forgery forgery(String liar, boolean reached, boolean passed) {
    return new Forgery(
        new AssetId(liar),
        new AssetId("SCADA-1"),
        new AssetId("LIC-101"),
        "modbus-tcp",
        reached,
        passed);
  }

  private static Aside aside(String server, boolean reached, boolean passed) {
    return new Aside(new AssetId(server), "opc-ua", reached, passed);
  }
}
