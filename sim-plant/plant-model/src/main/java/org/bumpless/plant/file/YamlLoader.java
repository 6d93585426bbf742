package org.bumpless.plant.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.file.YamlNode.Entry;
import org.bumpless.plant.file.YamlNode.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds the tree of one YAML document from parser events; for one document only. */
final class YamlLoader {
  private static final int DEPTH_MAX = 32;
  private static final long NODES_MAX = 200_000;

  private final ParserImpl parser;
  private final String text;
  private final Problems problems;
  private final Map<String, YamlNode> anchors = new HashMap<>();

  private YamlLoader(String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlText.BYTES_MAX);
    this.parser = new ParserImpl(new StreamReader(text), options);
    this.text = text;
    this.problems = problems;
  }

  /**
   * Reads the only document of a text.
   *
   * @throws BadFileException if there is no tree; what only harms a part of it is recorded
   */
  static YamlNode load(String text, Problems problems) throws BadFileException {
    YamlLoader loader = new YamlLoader(text, problems);
    try {
      return loader.document();
    } catch (MarkedYAMLException e) {
      throw loader.notYaml(e);
    } catch (YAMLException e) {
      problems.add(Place.WHOLE_FILE, "what is not YAML: " + e.getMessage(), "correct YAML");
      throw problems.exception();
    }
  }

  private YamlNode document() throws BadFileException {
    parser.getEvent(); // start of stream
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      throw refused(new Place(1, 1), "an empty file", "a YAML document");
    }
    parser.getEvent(); // start of document
    YamlNode root = node(0);
    parser.getEvent(); // end of document
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      problems.add(
          place(parser.peekEvent()), "a second YAML document", "one document in each file");
    }
    return root;
  }

  private YamlNode node(int depth) throws BadFileException {
    Event event = parser.getEvent();
    Place place = place(event);
    if (depth > DEPTH_MAX) {
      throw refused(place, "more than " + DEPTH_MAX + " levels of nesting", "fewer");
    }
    YamlNode node =
        switch (event) {
          case AliasEvent alias -> alias(alias);
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> sequence(start, depth);
          case MappingStartEvent start -> mapping(start, depth);
          default -> throw new IllegalStateException("YAML parser gave " + event);
        };
    if (node.size() > NODES_MAX) {
      throw refused(
          place, node.size() + " values, aliases followed", "at most " + NODES_MAX + " in a file");
    }
    if (!(event instanceof AliasEvent)
        && event instanceof NodeEvent named
        && named.getAnchor() != null) {
      anchors.put(named.getAnchor(), node);
    }
    return node;
  }

  private YamlNode alias(AliasEvent event) throws BadFileException {
    YamlNode target = anchors.get(event.getAnchor());
    if (target == null) {
      throw refused(
          place(event),
          "alias *" + event.getAnchor(),
          "an alias of an anchor that ends before it; there is no such &" + event.getAnchor());
    }
    return target.at(place(event));
  }

  private YamlNode scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    Kind kind = event.isPlain() ? Scalars.kindOfPlain(event.getValue()) : Kind.TEXT;
    return new YamlNode.Scalar(place(event), event.getValue(), kind);
  }

  private YamlNode sequence(SequenceStartEvent start, int depth) throws BadFileException {
    refuseTag(start.getTag(), start);
    List<YamlNode> items = new ArrayList<>();
    long size = 1;
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      YamlNode item = node(depth + 1);
      items.add(item);
      size += item.size();
    }
    parser.getEvent();
    return new YamlNode.Sequence(place(start), items, size);
  }

  private YamlNode mapping(MappingStartEvent start, int depth) throws BadFileException {
    refuseTag(start.getTag(), start);
    Map<String, Entry> entries = new HashMap<>();
    List<Entry> inOrder = new ArrayList<>();
    long size = 1;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      YamlNode key = node(depth + 1);
      YamlNode value = node(depth + 1);
      size += 1 + value.size();
      if (!(key instanceof YamlNode.Scalar(Place keyPlace, String name, Kind _))) {
        problems.add(key.place(), key.described() + " as a key", "text as a key");
        continue;
      }
      Entry entry = new Entry(new Word(name, keyPlace), value);
      Entry first = entries.putIfAbsent(name, entry);
      if (first == null) {
        inOrder.add(entry);
      } else {
        problems.add(
            keyPlace,
            "key " + Quoted.of(name) + " again",
            "each key once (first on line " + first.key().place().line() + ")");
      }
    }
    parser.getEvent();
    return new YamlNode.Mapping(place(start), inOrder, size);
  }

  private void refuseTag(@Nullable String tag, Event event) {
    if (tag != null && !tag.equals("!")) {
      problems.add(place(event), "YAML tag " + Quoted.of(tag), "a value without a tag");
    }
  }

  private BadFileException notYaml(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    Place place = mark == null ? Place.WHOLE_FILE : place(mark);
    if (mark != null && mark.getIndex() < text.length() && codePointAt(mark) == '\t') {
      return refused(place, "a tab", "spaces: YAML takes no tabs here");
    }
    String context = e.getContext() == null ? "" : " " + e.getContext();
    return refused(
        place,
        "what is not YAML: " + e.getProblem() + context,
        "correct YAML; look at indentation, colons, quotes and brackets up to here");
  }

  private int codePointAt(Mark mark) {
    return text.codePoints().skip(mark.getIndex()).findFirst().orElse(0);
  }

  private BadFileException refused(Place place, String found, String expected) {
    problems.add(place, found, expected);
    return problems.exception();
  }

  private static Place place(Event event) {
    return place(event.getStartMark());
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
