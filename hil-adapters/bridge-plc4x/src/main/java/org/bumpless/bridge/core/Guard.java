package org.bumpless.bridge.core;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.jspecify.annotations.Nullable;

/**
 * Decides which write may reach the real controller. What it does not know it refuses; it never
 * changes a value into one that would be allowed.
 */
final class Guard {
  private static final double NANOS = 1e9;

  /** A tag that has not been written for long may still not jump by more than this much's worth. */
  private static final double SAVED_SECONDS_MAX = 1;

  private final BridgeSpec spec;
  private final boolean writes;
  private final Map<TagId, Long> lastNanos = new HashMap<>();

  /**
   * @param writes whether file and command line both allow writes
   */
  Guard(BridgeSpec spec, boolean writes) {
    this.spec = spec;
    this.writes = writes;
  }

  /**
   * Why a value must not be written; empty if it may.
   *
   * @param present what the controller has now, in the tag's unit
   * @param interlock what the interlock says now; empty if there is none
   */
  Optional<String> refusal(
      TagId tag,
      TagType type,
      double value,
      double present,
      Optional<Boolean> interlock,
      long nanos) {
    Optional<Writable> found = spec.writable(tag);
    if (!writes) {
      return Optional.of("the bridge is read-only");
    }
    if (found.isEmpty()) {
      return Optional.of(tag + " is not on the write list");
    }
    Writable rule = found.get();
    if (spec.interlock().isPresent() && !interlock.orElse(false)) {
      return Optional.of("the interlock " + spec.interlock().get() + " is not true");
    }
    if (!(value >= rule.min() && value <= rule.max())) { // so that NaN is refused, too
      return Optional.of(
          "%s is outside of %s to %s"
              .formatted(number(value), number(rule.min()), number(rule.max())));
    }
    @Nullable Long last = lastNanos.get(tag);
    if (last != null && nanos - last < rule.every().toNanos()) {
      return Optional.of(
          "the write before was %d ms ago, and the file wants %d ms"
              .formatted((nanos - last) / 1_000_000, rule.every().toMillis()));
    }
    return type == TagType.BOOL ? Optional.empty() : tooFast(rule, value, present, last, nanos);
  }

  private static Optional<String> tooFast(
      Writable rule, double value, double present, @Nullable Long last, long nanos) {
    double seconds =
        last == null ? SAVED_SECONDS_MAX : Math.min(SAVED_SECONDS_MAX, (nanos - last) / NANOS);
    double allowed = rule.rate() * seconds;
    double step = Math.abs(value - present);
    return step <= allowed
        ? Optional.empty()
        : Optional.of(
            "from %s to %s is a step of %s, and at %s per second %s is allowed now"
                .formatted(
                    number(present),
                    number(value),
                    number(step),
                    number(rule.rate()),
                    number(allowed)));
  }

  /** A write was sent. */
  void sent(TagId tag, long nanos) {
    lastNanos.put(tag, nanos);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
