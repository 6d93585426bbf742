package org.bumpless.plant.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The things of one kind that a file declares, by id; refuses a second one and unknown ones. */
final class Registry<V> {
  private static final int LISTED_MAX = 12;

  private final String kind;
  private final Problems problems;
  private final Map<String, Place> declared = new LinkedHashMap<>();
  private final Map<String, V> values = new HashMap<>();
  private int declarations;

  /**
   * Starts empty.
   *
   * @param kind what is kept here, for messages, for example {@code zone}
   */
  Registry(String kind, Problems problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /** Reserves an id, whether or not the rest of its declaration will be usable. */
  void declare(Word id) throws Unusable {
    declarations++;
    Place first = declared.putIfAbsent(id.text(), id.place());
    if (first != null) {
      problems.add(
          id.place(),
          kind + " " + Quoted.of(id.text()) + " again",
          "each " + kind + " once (first on line " + first.line() + ")");
      throw new Unusable();
    }
  }

  /** Gives a declared id its value. */
  void define(Word id, V value) {
    values.put(id.text(), value);
  }

  /** Adds what the file need not declare, because the bench knows it. */
  void provide(String id, V value) {
    declared.put(id, Place.WHOLE_FILE);
    values.put(id, value);
  }

  /** The value that a reference means. */
  V resolve(Word reference) throws Unusable {
    V value = values.get(reference.text());
    if (value == null) {
      requireDeclared(reference);
      throw new Unusable();
    }
    return value;
  }

  /** Refuses a reference to what the file does not declare. */
  void requireDeclared(Word reference) {
    if (!declared.containsKey(reference.text())) {
      problems.add(
          reference.place(),
          "unknown " + kind + " " + Quoted.of(reference.text()),
          declared.isEmpty() ? "a " + kind + " to be declared first" : known());
    }
  }

  boolean isDeclared(String id) {
    return declared.containsKey(id);
  }

  /**
   * Whether so many declarations were seen, repeated ones among them, and every id has its value:
   * only then something may be said to be missing.
   */
  boolean complete(int expectedDeclarations) {
    return declarations == expectedDeclarations && values.size() == declared.size();
  }

  private String known() {
    List<String> ids = List.copyOf(declared.keySet());
    return ids.size() <= LISTED_MAX
        ? Quoted.oneOf(ids)
        : "one of the " + ids.size() + " that the file declares, for example " + ids.getFirst();
  }
}
