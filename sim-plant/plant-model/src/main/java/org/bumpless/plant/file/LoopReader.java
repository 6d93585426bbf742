package org.bumpless.plant.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.model.LoopSpec;

/** Reads the control loop of a controller type; it names what the type has. */
final class LoopReader {
  private final Problems problems;
  private final Set<String> signals;
  private final Set<String> tags;

  /**
   * @param signals names of the program's inputs and outputs
   * @param tags of the type
   */
  LoopReader(Problems problems, Set<String> signals, List<TagSpec> tags) {
    this.problems = problems;
    this.signals = signals;
    this.tags = tags.stream().map(TagSpec::name).collect(Collectors.toSet());
  }

  LoopSpec read(Section loop) throws Unusable {
    Word value = loop.word("value");
    Word setPoint = loop.word("setPoint");
    List<Word> alarms = loop.words("alarms");
    List<Word> trends = loop.words("trends");
    require(signals, "input", List.of(value));
    require(signals, "input or output", trends);
    require(tags, "tag", List.of(setPoint));
    require(tags, "tag", alarms);
    double low = loop.number("low");
    double high = loop.number("high");
    if (low >= high) {
      throw loop.refuse("high", "high " + high + " not above low " + low, "a higher one");
    }
    return new LoopSpec(value.text(), setPoint.text(), low, high, texts(alarms), texts(trends));
  }

  private void require(Set<String> known, String kind, List<Word> names) {
    for (Word name : names) {
      if (!known.contains(name.text())) {
        problems.add(
            name.place(),
            "unknown %s %s".formatted(kind, Quoted.of(name.text())),
            "one of " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }
}
