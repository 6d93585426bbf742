package org.bumpless.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.reports.SampleFigures;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class TimingViewTest {
  @Test
  void aRowThatTheHostLeftOpenSaysThatTheWireSettledIt() {
    TimingView.Latency shown = TimingView.latency(SampleFigures.settledOnTheWire());

    assertThat(shown.mark()).isEqualTo(Mark.of(new Verdict.Pass()));
    assertThat(shown.rows())
        .hasSize(2)
        .extracting(TimingView.Row::settled)
        .containsOnly("settled on the wire: inside the budget");
  }

  @Test
  void aRowOfAFailureIsNotSettledByTheWire() {
    assertThat(TimingView.latency(SampleFigures.latency("SCADA-1 to LIC-101")).rows())
        .isNotEmpty()
        .extracting(TimingView.Row::settled)
        .containsOnly("");
  }
}
