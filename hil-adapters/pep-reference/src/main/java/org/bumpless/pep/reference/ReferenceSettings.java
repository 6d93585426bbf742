package org.bumpless.pep.reference;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bumpless.adapter.pep.ProductException;

/**
 * Options of the reference product, as {@code settings} in {@code sut.yaml} gives them.
 *
 * @param reevaluate {@code reevaluateMillis}: longest time between two judgements of an open
 *     session, 500 ms unless said otherwise
 * @param island {@code islandSeconds}: how long a workload in its declared flow goes on after its
 *     last decision, 30 s unless said otherwise
 * @param sessionsMax {@code sessionsMax}: connections at once, 512 unless said otherwise
 */
public record ReferenceSettings(Duration reevaluate, Duration island, int sessionsMax) {
  private static final String REEVALUATE = "reevaluateMillis";
  private static final String ISLAND = "islandSeconds";
  private static final String SESSIONS = "sessionsMax";
  private static final Set<String> KNOWN = new TreeSet<>(Set.of(REEVALUATE, ISLAND, SESSIONS));

  /**
   * Reads the options.
   *
   * @throws ProductException if one is unknown or out of its range
   */
  public static ReferenceSettings of(Map<String, String> settings) throws ProductException {
    for (String key : new TreeSet<>(settings.keySet())) {
      if (!KNOWN.contains(key)) {
        throw bad(key, "unknown", "one of " + KNOWN);
      }
    }
    return new ReferenceSettings(
        Duration.ofMillis(number(settings, REEVALUATE, 500, 50, 60_000)),
        Duration.ofSeconds(number(settings, ISLAND, 30, 0, 86_400)),
        number(settings, SESSIONS, 512, 1, 10_000));
  }

  private static int number(Map<String, String> settings, String key, int usual, int min, int max)
      throws ProductException {
    String text = settings.get(key);
    if (text == null) {
      return usual;
    }
    String expected = "a whole number, " + min + " to " + max;
    try {
      int number = Integer.parseInt(text);
      if (number < min || number > max) {
        throw bad(key, text, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw bad(key, "\"" + text + "\"", expected);
    }
  }

  private static ProductException bad(String key, String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "sut.yaml: settings." + key + ": " + found + ", expected " + expected);
  }
}
