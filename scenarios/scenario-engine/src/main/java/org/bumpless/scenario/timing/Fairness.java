package org.bumpless.scenario.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whether the connections of an arm were served alike. They all ask the same at the same pace, so
 * what one of them gets less than the others is kept from it on the way.
 *
 * @param flows how many connections
 * @param index Jain's index of their answers in time, 1 if all got as many, 1/n if one of n got
 *     them all (Jain, Chiu and Hawe, DEC-TR-301, 1984); 0 if none got any
 * @param typicalNanos the median connection's median latency
 * @param slowestNanos the slowest connection's median latency
 */
public record Fairness(int flows, double index, long typicalNanos, long slowestNanos) {

  /**
   * Of an arm whose requests went round over its connections.
   *
   * @param deadline an answer that comes later is no answer in time
   */
  static Fairness of(Samples samples, int flows, Duration deadline) {
    double sum = 0;
    double squares = 0;
    List<Long> medians = new ArrayList<>();
    for (int flow = 0; flow < flows; flow++) {
      long[] nanos = ofFlow(samples, flow, flows).sorted().toArray();
      if (nanos.length == 0) {
        continue;
      }
      double inTime =
          (double) Arrays.stream(nanos).filter(n -> n <= deadline.toNanos()).count() / nanos.length;
      sum += inTime;
      squares += inTime * inTime;
      medians.add(Quantiles.at(nanos, Quantiles.MEDIAN));
    }
    medians.sort(Comparator.naturalOrder());
    return new Fairness(
        medians.size(),
        squares == 0 ? 0 : sum * sum / (medians.size() * squares),
        medians.isEmpty() ? 0 : medians.get((medians.size() - 1) / 2),
        medians.isEmpty() ? 0 : medians.getLast());
  }

  private static LongStream ofFlow(Samples samples, int flow, int flows) {
    return samples.blocks().stream()
        .flatMapToLong(
            block ->
                LongStream.iterate(flow, i -> i < block.length, i -> i + flows)
                    .map(i -> block[(int) i]));
  }
}
