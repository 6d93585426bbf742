package org.bumpless.pep.container.foreground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to run in a container, as the bench says it to the program in the foreground.
 *
 * @param container its name, which no other has
 * @param image which the engine must have
 * @param limits by the names of {@code ulimit}, for example {@code nofile}
 * @param service command that ends with the engine's service; empty if that runs already
 * @param command program and arguments in the container; empty for the image's own
 */
public record Order(
    String container,
    String image,
    SortedMap<String, Long> limits,
    List<String> service,
    List<String> command) {
  private static final String END = "--";
  private static final String IS = "=";
  private static final int FIXED = 2;

  /** Copies all. */
  public Order {
    limits = new TreeMap<>(limits);
    service = List.copyOf(service);
    command = List.copyOf(command);
  }

  /** As the arguments of the program. */
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of(container, image));
    for (Map.Entry<String, Long> limit : limits.entrySet()) {
      words.add(limit.getKey() + IS + limit.getValue());
    }
    words.add(END);
    words.addAll(service);
    words.add(END);
    words.addAll(command);
    return words;
  }

  /**
   * Reads {@link #words}.
   *
   * @throws IllegalArgumentException if they are no such words
   */
  static Order of(List<String> words) {
    int limits = words.indexOf(END);
    int service =
        limits < 0 ? -1 : limits + 1 + words.subList(limits + 1, words.size()).indexOf(END);
    if (limits < FIXED || service <= limits) {
      throw new IllegalArgumentException(
          "found %s; expected CONTAINER IMAGE [LIMIT=NUMBER ...] -- [SERVICE ...] -- [COMMAND ...]"
              .formatted(words));
    }
    SortedMap<String, Long> named = new TreeMap<>();
    for (String limit : words.subList(FIXED, limits)) {
      int is = limit.indexOf(IS);
      if (is < 0) {
        throw new IllegalArgumentException("found limit " + limit + "; expected LIMIT=NUMBER");
      }
      named.put(limit.substring(0, is), Long.parseLong(limit.substring(is + 1)));
    }
    return new Order(
        words.get(0),
        words.get(1),
        named,
        words.subList(limits + 1, service),
        words.subList(service + 1, words.size()));
  }
}
