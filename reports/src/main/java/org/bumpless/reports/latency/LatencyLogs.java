package org.bumpless.reports.latency;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.Samples;

/** One arm of one latency measurement as a histogram log: one histogram for each block. */
public final class LatencyLogs {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int NAME_MAX = 100;

  private LatencyLogs() {}

  /**
   * Where an arm's log lies in the run folder, for example {@code
   * latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-direct.hlog}.
   *
   * @param number which measurement of the run it is, from 1
   */
  public static String file(int number, LatencyFinding finding, Arm arm) {
    String flow = finding.flow().replaceAll("[^A-Za-z0-9._-]+", "-");
    String kept = flow.substring(0, Math.min(flow.length(), NAME_MAX));
    return "latency/%d-%s-%s.hlog".formatted(number, kept, word(arm));
  }

  private static String word(Arm arm) {
    return switch (arm) {
      case DIRECT -> "direct";
      case DIRECT_AGAIN -> "direct-again";
      case PRODUCT -> "product";
      case NULL_RELAY -> "null-relay";
      case DELAYING_RELAY -> "delaying-relay";
    };
  }

  /** The log of an arm. */
  public static byte[] log(LatencyFinding finding, Arm arm, Samples samples) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    head(finding, arm, samples).forEach(writer::outputComment);
    writer.outputLogFormatVersion();
    writer.outputLegend();
    double blockSeconds = finding.plan().of(arm).block().toNanos() / 1e9;
    List<long[]> blocks = samples.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      long[] block = blocks.get(i);
      long lost = Arrays.stream(block).filter(v -> v == Samples.LOST).count();
      if (lost > 0) {
        writer.outputComment(
            "[block %d: %d of %d never answered]".formatted(i + 1, lost, block.length));
      }
      writer.outputIntervalHistogram(
          blockSeconds * i, blockSeconds * (i + 1), histogram(block), NANOS_PER_MILLI);
    }
    writer.close();
    return bytes.toByteArray();
  }

  private static List<String> head(LatencyFinding finding, Arm arm, Samples samples) {
    return List.of(
        "[%s, conduit %s, arm %s]"
            .formatted(oneLine(finding.flow()), finding.conduit(), arm.label()),
        "[nanoseconds from the intended time to the answer, time stamps: %s]"
            .formatted(oneLine(finding.label())),
        "[never answered and therefore not recorded: %d of %d]"
            .formatted(samples.lost(), samples.count()),
        String.format(
            Locale.ROOT,
            "[one histogram for each block of %.3f s; the arms took turns, so blocks are numbered here and not dated]",
            finding.plan().of(arm).block().toNanos() / 1e9));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  private static Histogram histogram(long[] block) {
    Histogram histogram = new Histogram(DIGITS);
    histogram.setAutoResize(true);
    Arrays.stream(block).filter(v -> v != Samples.LOST).forEach(histogram::recordValue);
    return histogram;
  }
}
