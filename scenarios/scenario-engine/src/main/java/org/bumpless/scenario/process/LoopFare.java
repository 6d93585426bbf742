package org.bumpless.scenario.process;

import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.model.AssetId;

/**
 * How a control loop fared for some time.
 *
 * @param controller that closes it
 * @param signal that is controlled, for example {@code T-101.level}
 * @param unit of the signal
 * @param integralError integral of the absolute error (IAE), unit times seconds
 * @param margin the least distance to the limits beyond which the process is harmed, in the
 *     signal's unit; negative if it was beyond one
 * @param alarms names of the tags that alarmed the operator meanwhile, in the plant file's order
 */
public record LoopFare(
    AssetId controller,
    String signal,
    String unit,
    double integralError,
    double margin,
    List<String> alarms) {
  private static final double NANOS = 1e9;

  public LoopFare {
    alarms = List.copyOf(alarms);
  }

  /**
   * A loop at one moment.
   *
   * @param nanos bench clock
   * @param value what is really so
   * @param setPoint what it is to be
   * @param alarms for each of the loop's alarms whether it is there
   */
  public record Sample(long nanos, double value, double setPoint, List<Boolean> alarms) {
    public Sample {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * What samples say of a loop; the error holds from one sample to the next.
   *
   * @param samples oldest first, one at least
   */
  public static LoopFare of(Loop loop, List<Sample> samples) {
    double integral = 0;
    double margin = Double.POSITIVE_INFINITY;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (i + 1 < samples.size()) {
        integral +=
            Math.abs(sample.value() - sample.setPoint())
                * (samples.get(i + 1).nanos() - sample.nanos())
                / NANOS;
      }
      margin =
          Math.min(margin, Math.min(sample.value() - loop.low(), loop.high() - sample.value()));
    }
    return new LoopFare(
        loop.controller(),
        loop.signal(),
        loop.unit(),
        integral,
        margin,
        IntStream.range(0, loop.alarms().size())
            .filter(alarm -> samples.stream().anyMatch(sample -> sample.alarms().get(alarm)))
            .mapToObj(loop.alarms()::get)
            .toList());
  }
}
