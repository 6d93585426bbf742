package org.bumpless.pep.reference;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.file.Durations;

/**
 * Options of the reference product, as {@code settings} in {@code sut.yaml} gives them.
 *
 * @param reevaluate {@code reevaluate}: longest time between two judgements of an open session, 50
 *     ms to 60 s; 500 ms unless said otherwise
 * @param island {@code island}: how long a workload in its declared flow goes on after its last
 *     decision, up to 1 d; 30 s unless said otherwise
 * @param sessionsMax {@code sessionsMax}: connections at once, 1 to 10 000; 512 unless said
 *     otherwise
 */
public record ReferenceSettings(Duration reevaluate, Duration island, int sessionsMax) {
  private static final String REEVALUATE = "reevaluate";
  private static final String ISLAND = "island";
  private static final String SESSIONS = "sessionsMax";
  private static final int SESSIONS_LIMIT = 10_000;

  /**
   * Reads the options.
   *
   * @param where they stand, for messages: {@code sut.yaml}, or a file with line and column
   * @throws ProductException if one is unknown or out of its range
   */
  public static ReferenceSettings of(Map<String, String> settings, String where)
      throws ProductException {
    for (String key : new TreeSet<>(settings.keySet())) {
      switch (key) {
        case REEVALUATE, ISLAND, SESSIONS -> {}
        default ->
            throw bad(
                where, key, "unknown", "one of " + REEVALUATE + ", " + ISLAND + ", " + SESSIONS);
      }
    }
    return new ReferenceSettings(
        duration(
            settings, where, REEVALUATE, "500 ms", Duration.ofMillis(50), Duration.ofSeconds(60)),
        duration(settings, where, ISLAND, "30 s", Duration.ZERO, Duration.ofDays(1)),
        sessions(settings.getOrDefault(SESSIONS, "512"), where));
  }

  private static Duration duration(
      Map<String, String> settings,
      String where,
      String key,
      String usual,
      Duration min,
      Duration max)
      throws ProductException {
    String text = settings.getOrDefault(key, usual);
    Optional<Duration> length =
        Durations.parse(text).filter(d -> d.compareTo(min) >= 0 && d.compareTo(max) <= 0);
    return length.orElseThrow(
        () ->
            bad(
                where,
                key,
                "\"" + text + "\"",
                "a length of time such as " + usual + ", " + min + " to " + max));
  }

  private static int sessions(String text, String where) throws ProductException {
    String expected = "a whole number, 1 to " + SESSIONS_LIMIT;
    try {
      int number = Integer.parseInt(text);
      if (number < 1 || number > SESSIONS_LIMIT) {
        throw bad(where, SESSIONS, text, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw bad(where, SESSIONS, "\"" + text + "\"", expected);
    }
  }

  private static ProductException bad(String where, String key, String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        where + ": settings." + key + ": found " + found + ", expected " + expected);
  }
}
