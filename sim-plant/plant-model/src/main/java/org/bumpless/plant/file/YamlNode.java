package org.bumpless.plant.file;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML document that knows where it stands; what an alias repeats is shared. */
sealed interface YamlNode {
  Place place();

  /** Number of nodes that a walk over this one meets, aliases followed. */
  long size();

  /** In words, for messages: {@code text "abc"}, {@code a list}. */
  String described();

  /** The same content at another place: that of an alias. */
  YamlNode at(Place other);

  /** Keys and values in file order; each key once. */
  record Mapping(Place place, List<Entry> entries, long size) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    Optional<Entry> find(String key) {
      return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
    }

    @Override
    public String described() {
      return "a mapping";
    }

    @Override
    public YamlNode at(Place other) {
      return new Mapping(other, entries, size);
    }
  }

  /** One key of a mapping with its value. */
  record Entry(Word key, YamlNode value) {}

  /** Values in file order. */
  record Sequence(Place place, List<YamlNode> items, long size) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return items.isEmpty() ? "an empty list" : "a list";
    }

    @Override
    public YamlNode at(Place other) {
      return new Sequence(other, items, size);
    }
  }

  /** A single value. */
  record Scalar(Place place, String text, Kind kind) implements YamlNode {
    @Override
    public long size() {
      return 1;
    }

    @Override
    public String described() {
      return switch (kind) {
        case NOTHING -> "nothing";
        case TRUTH, WHOLE, NUMBER -> text;
        case TEXT -> "text " + Quoted.of(text);
      };
    }

    @Override
    public YamlNode at(Place other) {
      return new Scalar(other, text, kind);
    }
  }

  /** What a scalar is, by the core schema of YAML 1.2.2, 10.3.2. */
  enum Kind {
    NOTHING,
    TRUTH,
    /** A whole number that fits 64 bits. */
    WHOLE,
    /** A finite number. */
    NUMBER,
    TEXT
  }
}
