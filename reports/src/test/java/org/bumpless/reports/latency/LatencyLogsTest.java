package org.bumpless.reports.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.bumpless.reports.SampleFigures;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.Quantiles;
import org.bumpless.scenario.timing.Samples;
import org.junit.jupiter.api.Test;

class LatencyLogsTest {
  private static final LatencyFinding FINDING =
      SampleFigures.latency("SCADA-1 to LIC-101 over modbus-tcp");

  private static byte[] log(Arm arm) {
    return LatencyLogs.log(FINDING, arm, samples(arm));
  }

  private static Samples samples(Arm arm) {
    return FINDING.samples().getOrDefault(arm, new Samples(List.of()));
  }

  private static List<Histogram> read(Arm arm) {
    HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log(arm)));
    List<Histogram> blocks = new ArrayList<>();
    while (reader.hasNext()) {
      blocks.add((Histogram) reader.nextIntervalHistogram());
    }
    return blocks;
  }

  @Test
  void hasOneHistogramForEachBlock() {
    assertThat(read(Arm.DIRECT)).hasSize(12).allMatch(h -> h.getTotalCount() == 400);
  }

  @Test
  void givesTheQuantilesBack() {
    Histogram all = new Histogram(3);
    read(Arm.DIRECT).forEach(all::add);
    long[] sorted = samples(Arm.DIRECT).sorted();

    for (double q : new double[] {0.5, 0.99, 0.999}) {
      long expected = Quantiles.at(sorted, q);
      assertThat(all.getValueAtPercentile(q * 100))
          .as("p%s", q * 100)
          .isBetween(expected - expected / 500, expected + expected / 500);
    }
  }

  @Test
  void doesNotRecordWhatNeverCame() {
    List<Histogram> blocks = read(Arm.PRODUCT);

    assertThat(blocks.stream().mapToLong(Histogram::getTotalCount).sum()).isEqualTo(4_800 - 7);
    assertThat(blocks).allMatch(h -> h.getMaxValue() < 1_000_000_000_000L);
  }

  @Test
  void countsWhatNeverCame() {
    String text = new String(log(Arm.PRODUCT), StandardCharsets.UTF_8);

    assertThat(text)
        .contains(
            "#[never answered and therefore not recorded: 7 of 4800]",
            "#[block 2: 7 of 400 never answered]");
    assertThat(new String(log(Arm.DIRECT), StandardCharsets.UTF_8)).contains("recorded: 0 of 4800");
  }

  @Test
  void aBlockThatWasLostWholeIsThereAndEmpty() {
    Samples lost = new Samples(List.of(new long[] {Samples.LOST, Samples.LOST}));
    HistogramLogReader reader =
        new HistogramLogReader(
            new ByteArrayInputStream(LatencyLogs.log(FINDING, Arm.PRODUCT, lost)));

    assertThat(reader.nextIntervalHistogram())
        .extracting(h -> ((Histogram) h).getTotalCount())
        .isEqualTo(0L);
    assertThat(reader.hasNext()).isFalse();
  }

  @Test
  void hasANameThatEveryDiskTakes() {
    assertThat(LatencyLogs.file(1, FINDING, Arm.DIRECT_AGAIN))
        .isEqualTo("latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-direct-again.hlog");
    assertThat(
            LatencyLogs.file(2, SampleFigures.latency("../../etc/" + "x".repeat(400)), Arm.PRODUCT))
        .matches("latency/2-\\.\\.-\\.\\.-etc-x{80,100}-product\\.hlog");
  }

  @Test
  void aCommentIsOneLineWhateverTheFlowIsCalled() {
    String text =
        new String(
            LatencyLogs.log(
                SampleFigures.latency("a\nTag=b,1,2,3,forged"), Arm.DIRECT, samples(Arm.DIRECT)),
            StandardCharsets.UTF_8);

    assertThat(text.lines().filter(l -> l.contains("forged"))).allMatch(l -> l.startsWith("#"));
  }
}
