package org.bumpless.plc.safety;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.bumpless.plant.model.SafetyEvent.Kind;
import org.bumpless.plant.model.SafetyFunction;

/**
 * One safety function from scan to scan: votes, waits for the delay, trips, and stays tripped until
 * it is reset. Pure; time is counted in scans.
 */
final class FunctionLogic {
  private final long scanNanos;
  private final BiConsumer<Kind, String> told;
  private final boolean[] failed;
  private SafetyFunction function;
  private boolean demanded;
  private long demandedNanos;
  private boolean tripped;
  private long bypassNanos;

  /**
   * @param told hears of what happens, with the words for it
   */
  FunctionLogic(SafetyFunction function, Duration scan, BiConsumer<Kind, String> told) {
    this.function = function;
    this.scanNanos = scan.toNanos();
    this.told = told;
    this.failed = new boolean[function.sensors().size()];
  }

  SafetyFunction function() {
    return function;
  }

  boolean tripped() {
    return tripped;
  }

  boolean bypassed() {
    return bypassNanos > 0;
  }

  /** Another program for the same function. */
  void follow(SafetyFunction changed) {
    function = changed;
  }

  /**
   * One scan.
   *
   * @param shown what each sensor shows, in the function's order
   */
  void scan(double[] shown) {
    boolean now = vote(shown);
    if (now && !demanded) {
      told.accept(Kind.DEMAND, words(shown));
    }
    demandedNanos = now && demanded ? demandedNanos + scanNanos : 0;
    demanded = now;
    passBypass();
    if (now && !tripped && !bypassed() && demandedNanos >= function.delay().toNanos()) {
      tripped = true;
      told.accept(Kind.TRIP, words(shown));
    }
  }

  private boolean vote(double[] shown) {
    int demanding = 0;
    int out = 0;
    for (int i = 0; i < failed.length; i++) {
      boolean sound = function.range().holds(shown[i]);
      if (sound == failed[i]) {
        failed[i] = !sound;
        told.accept(
            sound ? Kind.SENSOR_BACK : Kind.SENSOR_FAILED,
            function.sensors().get(i) + " shows " + figure(shown[i]));
      }
      out += sound ? 0 : 1;
      demanding += sound && function.trip().demandedAt(shown[i]) ? 1 : 0;
    }
    return function.voting().trips(demanding, out);
  }

  /** The same on every machine, whatever its language. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private String words(double[] shown) {
    StringBuilder words = new StringBuilder(function.voting().label());
    words.append(' ').append(function.trip().side().name().toLowerCase(Locale.ROOT));
    words.append(' ').append(figure(function.trip().limit())).append(':');
    for (double value : shown) {
      words.append(' ').append(figure(value));
    }
    return words.toString();
  }

  private void passBypass() {
    if (bypassNanos > 0) {
      bypassNanos = Math.max(0, bypassNanos - scanNanos);
      if (bypassNanos == 0) {
        told.accept(Kind.BYPASS_ENDED, "its time is over");
      }
    }
  }

  /** Switches it off for a while; refused beyond what the plant file allows. */
  boolean bypass(Duration length) {
    if (length.isNegative() || length.isZero() || length.compareTo(function.bypassMax()) > 0) {
      told.accept(
          Kind.REFUSED,
          "a bypass of %s; %s at most are allowed".formatted(length, function.bypassMax()));
      return false;
    }
    bypassNanos = length.toNanos();
    told.accept(Kind.BYPASSED, "for " + length);
    return true;
  }

  /** Lets the final elements go, if nothing is demanded any more. */
  boolean reset() {
    if (!tripped) {
      return true;
    }
    if (demanded) {
      told.accept(Kind.REFUSED, "a reset while the trip is still demanded");
      return false;
    }
    tripped = false;
    told.accept(Kind.RESET, "by hand");
    return true;
  }

  /** As at the start of the run, with nothing said about it. */
  void restore(SafetyFunction original) {
    function = original;
    Arrays.fill(failed, false);
    demanded = false;
    demandedNanos = 0;
    tripped = false;
    bypassNanos = 0;
  }
}
