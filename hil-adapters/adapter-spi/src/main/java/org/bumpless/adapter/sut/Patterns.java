package org.bumpless.adapter.sut;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short texts with variables in double braces, as a broker's call is described by them. */
public final class Patterns {
  /** What a client knows when it calls a broker; the README of the products says what it means. */
  public static final Set<String> VARIABLES =
      Set.of(
          "gate",
          "upstream",
          "upstreamAddress",
          "upstreamPort",
          "server",
          "protocol",
          "conduit",
          "client",
          "spiffeId",
          "trustDomain");

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  private Patterns() {}

  /** The variables of a text that nobody knows. */
  static Set<String> unknown(String text) {
    Set<String> unknown = new TreeSet<>();
    VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !VARIABLES.contains(name))
        .forEach(unknown::add);
    return unknown;
  }

  /**
   * Fills a text in.
   *
   * @param values one for each of {@link #VARIABLES}
   * @throws IllegalArgumentException if the text uses another variable
   */
  public static String fill(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException("unknown variable " + found.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
