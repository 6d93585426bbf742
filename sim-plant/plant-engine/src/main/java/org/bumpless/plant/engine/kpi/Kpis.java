package org.bumpless.plant.engine.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plant.engine.Limit;

/**
 * What a process suffered during a time.
 *
 * @param seconds length of the time
 * @param bands one for each limit of the model, in its order
 * @param losses one for each signal that counts lost product
 * @param errors one for each loop that was watched
 */
public record Kpis(double seconds, List<Band> bands, List<Loss> losses, List<LoopError> errors) {
  public Kpis {
    bands = List.copyOf(bands);
    losses = List.copyOf(losses);
    errors = List.copyOf(errors);
  }

  /**
   * How a band was kept.
   *
   * @param unit of the limit's signal
   * @param outsideS time outside, in s
   * @param leastMargin least distance to the nearer end, in the unit; negative outside, negative
   *     infinity where the truth was not a number
   * @param left how often it was left
   */
  public record Band(Limit limit, String unit, double outsideS, double leastMargin, int left) {}

  /**
   * Lost product.
   *
   * @param amount in the unit, not negative
   */
  public record Loss(String signal, String unit, double amount) {}

  /**
   * How far a loop was from its set-point.
   *
   * @param integral of the absolute error, in the signal's unit times s
   */
  public record LoopError(String signal, String unit, double integral) {}

  /** Time outside normal bands, in s, summed over the bands. */
  public double outsideNormalS() {
    return bands.stream()
        .filter(band -> band.limit().kind() == Limit.Kind.NORMAL)
        .mapToDouble(Band::outsideS)
        .sum();
  }

  /** How often a band was left that trips the process. */
  public int trips() {
    return trips(bands).stream().mapToInt(Band::left).sum();
  }

  /**
   * The trip band that came nearest to being left, as a share of its width where it has two ends
   * and of its end where it has one; empty if there is none.
   */
  public Optional<Band> nearestToTrip() {
    return trips(bands).stream().min((a, b) -> Double.compare(share(a), share(b)));
  }

  private static List<Band> trips(List<Band> bands) {
    return bands.stream().filter(band -> band.limit().kind() == Limit.Kind.TRIP).toList();
  }

  private static double share(Band band) {
    Limit limit = band.limit();
    double width = limit.high() - limit.low();
    if (Double.isInfinite(width)) {
      width = Math.abs(Double.isInfinite(limit.high()) ? limit.low() : limit.high());
    }
    return width > 0 && Double.isFinite(width) ? band.leastMargin() / width : band.leastMargin();
  }

  /**
   * Sentences for a report, only of what happened; the nearest trip band always, if there is one.
   */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (Band band : bands) {
      if (band.limit().kind() == Limit.Kind.NORMAL && band.outsideS() > 0) {
        words.add(
            "%s outside its normal band for %s s"
                .formatted(band.limit().signal(), figure(band.outsideS())));
      }
      if (band.limit().kind() == Limit.Kind.TRIP && band.left() > 0) {
        words.add("%s tripped %d times".formatted(band.limit().signal(), band.left()));
      }
    }
    nearestToTrip()
        .ifPresent(
            band ->
                words.add(
                    "%s came within %s of its trip"
                        .formatted(band.limit().signal(), of(band.leastMargin(), band.unit()))));
    for (Loss loss : losses) {
      if (loss.amount() > 0) {
        words.add("%s: %s lost".formatted(loss.signal(), of(loss.amount(), loss.unit())));
      }
    }
    for (LoopError error : errors) {
      words.add(
          "%s: integral absolute error %s"
              .formatted(error.signal(), of(error.integral(), error.unit() + " s")));
    }
    return List.copyOf(words);
  }

  private static String of(double value, String unit) {
    return (figure(value) + " " + unit).strip();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
