package org.bumpless.scenario.check;

import java.util.Set;
import java.util.stream.Collectors;

/** Names in a sentence: the first few, and how many more. */
final class Some {
  private Some() {}

  static String of(Set<String> names, int namedMax) {
    String first = names.stream().limit(namedMax).collect(Collectors.joining(", "));
    return names.size() > namedMax
        ? first + " and %d more".formatted(names.size() - namedMax)
        : first;
  }
}
