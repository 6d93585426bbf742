package org.bumpless.plant.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 5 ms}, {@code 1.5 s}, {@code 1 h}. */
public final class Durations {
  /** What a length of time looks like, for messages and schemas. */
  public static final String EXPECTED =
      "a length of time such as 5 ms, 10 s or 1 h (units: us, ms, s, min, h, d)";

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) (us|ms|s|min|h|d)");

  private Durations() {}

  /** The length of time, if the text is one; never negative. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unitNanos =
        switch (matcher.group(2)) {
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "min" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 86_400_000_000_000L;
        };
    BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitNanos));
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Optional.of(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()));
  }
}
