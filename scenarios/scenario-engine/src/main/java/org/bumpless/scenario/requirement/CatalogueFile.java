package org.bumpless.scenario.requirement;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.DocumentSchema;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.Word;
import org.bumpless.plant.file.YamlFile;

/** The file that holds the requirements catalogue. */
public final class CatalogueFile {
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource(CatalogueFile.class, "requirements.schema.json");

  private CatalogueFile() {}

  /**
   * Reads a catalogue that is in memory.
   *
   * @param name what messages call the file
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Catalogue parse(String name, byte[] content) throws BadFileException {
    Problems problems = new Problems(name);
    try {
      Section root = YamlFile.open(content, SCHEMA, problems);
      Map<String, String> families = families(root.section("families"));
      Set<String> seen = new HashSet<>();
      List<Requirement> requirements =
          root.each("requirements", section -> requirement(section, families, seen));
      problems.throwIfAny();
      return new Catalogue(families, requirements);
    } catch (Unusable _) {
      throw problems.exception();
    }
  }

  private static Map<String, String> families(Section section) throws Unusable {
    Map<String, String> families = new LinkedHashMap<>();
    for (Word key : section.keys()) {
      families.put(key.text(), section.text(key.text()));
    }
    return families;
  }

  private static Requirement requirement(
      Section section, Map<String, String> families, Set<String> seen) throws Unusable {
    String id = section.text("id");
    if (!seen.add(id)) {
      throw section.refuse("id", "a second " + id, "an id of its own");
    }
    if (!families.containsKey(id.substring(0, id.indexOf('-')))) {
      throw section.refuse("id", id, "one of the families " + families.keySet());
    }
    Optional<Feature> feature =
        section.has("feature")
            ? Optional.of(section.choice("feature", Feature.class, Feature::label))
            : Optional.empty();
    Optional<Means> measurable =
        section.has("measurable")
            ? Optional.of(section.choice("measurable", Means.class, Means::label))
            : Optional.empty();
    return new Requirement(
        id,
        section.text("text"),
        section.text("source"),
        section.choice("level", Requirement.Level.class, l -> l.name().toLowerCase(Locale.ROOT)),
        feature,
        measurable);
  }
}
