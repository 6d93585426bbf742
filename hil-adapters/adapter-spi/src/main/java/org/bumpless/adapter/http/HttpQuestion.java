package org.bumpless.adapter.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a product asks of a service of the bench.
 *
 * @param uri path and query as they were sent
 * @param contentType as it was sent; empty if it was not
 */
public record HttpQuestion(String method, URI uri, String contentType, String body) {

  /**
   * The query's parameters, each of them exactly once.
   *
   * @param expected the names that there must be, and no other
   * @throws IllegalArgumentException if one is missing, unknown, empty, given twice or badly
   *     encoded; the message says which
   */
  public Map<String, String> parameters(Set<String> expected) {
    Map<String, String> found = new LinkedHashMap<>();
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!expected.contains(name)) {
        throw new IllegalArgumentException(
            "unknown query parameter \"" + name + "\": expected " + sorted(expected));
      }
      if (found.put(name, value) != null) {
        throw new IllegalArgumentException(
            "query parameter \"" + name + "\" is given twice: expected once");
      }
    }
    for (String name : expected) {
      if (found.getOrDefault(name, "").isEmpty()) {
        throw new IllegalArgumentException(
            "query parameter \"" + name + "\" is missing or empty: expected " + sorted(expected));
      }
    }
    return found;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
