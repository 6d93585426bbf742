package org.bumpless.plant.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bumpless.plant.file.YamlNode.Entry;
import org.bumpless.plant.file.YamlNode.Kind;
import org.bumpless.plant.file.YamlNode.Mapping;
import org.bumpless.plant.file.YamlNode.Scalar;
import org.bumpless.plant.file.YamlNode.Sequence;

/**
 * A mapping in a file, read key by key. The schema has been there before: what is missing or of the
 * wrong kind ends the reading of this part with {@link Unusable}, and is told only if the schema
 * has not told it.
 */
public final class Section {
  private final YamlNode node;
  private final Problems problems;

  Section(YamlNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** Turns a section into something, or finds it unusable. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Section section) throws Unusable;
  }

  /** Where the section begins. */
  public Place place() {
    return node.place();
  }

  /** Where the value of a key stands; where the section begins if it is not there. */
  public Place placeOf(String key) {
    return find(key).map(Entry::value).map(YamlNode::place).orElse(node.place());
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** Whether the value of a key is a section, and not a text or a number. */
  boolean isSection(String key) {
    return find(key).map(Entry::value).filter(Mapping.class::isInstance).isPresent();
  }

  /** Records a problem with the value of a key, and ends the reading of this part. */
  public Unusable refuse(String key, String found, String expected) {
    problems.add(placeOf(key), found, expected);
    return new Unusable();
  }

  /**
   * Reads several parts for the sake of their problems, so that one unusable part does not hide the
   * next. The parts are read again when they are needed; a problem told twice counts once.
   */
  public void probe(Reader<?>... readers) {
    usable(List.of(readers), reader -> reader.read(this));
  }

  public String text(String key) throws Unusable {
    return word(key).text();
  }

  /** A text, and where it stands. */
  public Word word(String key) throws Unusable {
    return word(value(key));
  }

  /** A number, finite. */
  public double number(String key) throws Unusable {
    return number(value(key));
  }

  /** A whole number that fits 32 bits. */
  public int whole(String key) throws Unusable {
    double number = number(key);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw unusable(value(key), "a whole number");
    }
    return (int) number;
  }

  public boolean flag(String key) throws Unusable {
    Scalar scalar = scalar(value(key), "true or false", Kind.TRUTH);
    return Boolean.parseBoolean(scalar.text());
  }

  /** A length of time, which may be zero. */
  public Duration duration(String key) throws Unusable {
    YamlNode value = value(key);
    return Durations.parse(word(value).text())
        .orElseThrow(() -> unusable(value, Durations.EXPECTED));
  }

  /** A length of time above zero. */
  public Duration positive(String key) throws Unusable {
    Duration duration = duration(key);
    if (duration.isZero()) {
      throw refuse(key, text(key), "more than zero");
    }
    return duration;
  }

  /** One of the constants of an enumeration, by its written form. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, Function<E, String> written)
      throws Unusable {
    return choice(word(key), type, written);
  }

  /** The constants of an enumeration that a list names, by their written form. */
  public <E extends Enum<E>> List<E> choices(
      String key, Class<E> type, Function<E, String> written) {
    return usable(words(key), word -> choice(word, type, written));
  }

  private <E extends Enum<E>> E choice(Word word, Class<E> type, Function<E, String> written)
      throws Unusable {
    for (E constant : type.getEnumConstants()) {
      if (written.apply(constant).equals(word.text())) {
        return constant;
      }
    }
    problems.addUnlessKnown(
        word.place(),
        "text " + Quoted.of(word.text()),
        Quoted.oneOf(Stream.of(type.getEnumConstants()).map(written).toList()));
    throw new Unusable();
  }

  /** A text made into a name; {@code make} throws IllegalArgumentException if it is none. */
  public <T> T name(String key, Function<String, T> make) throws Unusable {
    try {
      return make.apply(text(key));
    } catch (IllegalArgumentException e) {
      throw unusable(value(key), String.valueOf(e.getMessage()));
    }
  }

  /**
   * The texts of a list made into names, each as by {@link #name}; those that are none are left
   * out.
   */
  public <T> List<T> names(String key, Function<String, T> make) {
    return usable(
        items(key),
        item -> {
          try {
            return make.apply(word(item).text());
          } catch (IllegalArgumentException e) {
            throw unusable(item, String.valueOf(e.getMessage()));
          }
        });
  }

  /** The section below a key. */
  public Section section(String key) throws Unusable {
    return new Section(value(key), problems);
  }

  /** The usable items of a list of sections; none if the key is missing. */
  public <T> List<T> each(String key, Reader<T> reader) {
    return usable(items(key), item -> reader.read(new Section(item, problems)));
  }

  /** How many items a list has, usable or not; 0 if the key is missing. */
  public int count(String key) {
    return items(key).size();
  }

  /** The texts of a list; none if the key is missing. */
  public List<Word> words(String key) {
    return usable(items(key), this::word);
  }

  /**
   * The keys below a key with their values, texts and numbers alike as they are written; none if
   * the key is missing.
   */
  public Map<String, String> written(String key) throws Unusable {
    Map<String, String> read = new LinkedHashMap<>();
    if (has(key)) {
      Section below = section(key);
      for (Word name : below.keys()) {
        Scalar scalar =
            scalar(
                below.value(name.text()),
                "text, a number, true or false",
                Kind.TEXT,
                Kind.WHOLE,
                Kind.NUMBER,
                Kind.TRUTH);
        read.put(name.text(), scalar.text());
      }
    }
    return read;
  }

  /** The keys of this section. */
  public List<Word> keys() {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().map(Entry::key).toList()
        : List.of();
  }

  /** One step of reading a list. */
  @FunctionalInterface
  interface Step<S, T> {
    T apply(S item) throws Unusable;
  }

  /** What a step makes of the items that it can use. */
  static <S, T> List<T> usable(List<S> items, Step<S, T> step) {
    List<T> read = new ArrayList<>();
    for (S item : items) {
      try {
        read.add(step.apply(item));
      } catch (Unusable _) {
        // its problem has been recorded
      }
    }
    return read;
  }

  private List<YamlNode> items(String key) {
    return find(key)
        .map(Entry::value)
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .map(Sequence::items)
        .orElse(List.of());
  }

  private Optional<Entry> find(String key) {
    return node instanceof Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  private YamlNode value(String key) throws Unusable {
    Optional<Entry> entry = find(key);
    if (entry.isEmpty()) {
      problems.addUnlessKnown(node.place(), "no key " + Quoted.of(key), "it");
      throw new Unusable();
    }
    return entry.get().value();
  }

  private Word word(YamlNode value) throws Unusable {
    return new Word(scalar(value, "text", Kind.TEXT).text(), value.place());
  }

  private double number(YamlNode value) throws Unusable {
    return Double.parseDouble(scalar(value, "a number", Kind.WHOLE, Kind.NUMBER).text());
  }

  private Scalar scalar(YamlNode value, String expected, Kind... kinds) throws Unusable {
    if (value instanceof Scalar scalar && List.of(kinds).contains(scalar.kind())) {
      return scalar;
    }
    throw unusable(value, expected);
  }

  private Unusable unusable(YamlNode value, String expected) {
    problems.addUnlessKnown(value.place(), value.described(), expected);
    return new Unusable();
  }
}
