package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.features.run.Language;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.YamlFile;
import org.bumpless.runner.bench.Programs;
import org.bumpless.runner.run.RealControllers;
import org.bumpless.runner.st.ProgramFile;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.requirement.CatalogueFile;

/**
 * The kinds of files that people write; a YAML file tells its kind by its keys, not by its name.
 */
enum FileKind {
  PLANT("a plant", Set.of("zones", "conduits", "plant", "assets")) {
    @Override
    String check(Path file) throws BadFileException {
      var plant = PlantFile.read(file);
      var _ = new Programs(plant); // says what is wrong with them
      RealControllers.check(file, plant, Set.of());
      return "a plant of %d zones, %d assets and %d flows: %s"
          .formatted(
              plant.zones().size(), plant.assets().size(), plant.flows().size(), plant.title());
    }
  },
  SUT("a product", Set.of("deployment", "product", "access", "builtin", "process", "external")) {
    @Override
    String check(Path file) throws BadFileException {
      return "a product: " + SutFile.read(file).title();
    }
  },
  PROFILE("a profile", Set.of("needs", "latency", "maxDuration")) {
    @Override
    String check(Path file) throws BadFileException {
      return "a profile: " + ProfileFile.read(file).title();
    }
  },
  CATALOGUE("a requirements catalogue", Set.of("families", "requirements")) {
    @Override
    String check(Path file) throws BadFileException {
      return "a catalogue of %d requirements"
          .formatted(
              CatalogueFile.parse(file.toString(), YamlFile.bytes(file)).requirements().size());
    }
  },
  PROGRAM("a program", Set.of()) {
    @Override
    String check(Path file) throws BadFileException {
      return "a program: " + ProgramFile.compiled(file).name();
    }
  },
  FEATURE("a feature", Set.of()) {
    @Override
    String check(Path file) throws BadFileException {
      return "a feature of " + Language.check(file) + " sentences";
    }
  };

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // the sets above are immutable
  private final Set<String> keys;

  FileKind(String title, Set<String> keys) {
    this.title = title;
    this.keys = keys;
  }

  /**
   * Checks a file of this kind.
   *
   * @return what it is, in a few words
   * @throws BadFileException with all that is wrong
   */
  abstract String check(Path file) throws BadFileException;

  /**
   * What a file is meant to be.
   *
   * @throws BadFileException if it is nothing that the bench knows
   */
  static FileKind of(Path file) throws BadFileException {
    if (file.toString().endsWith(".feature")) {
      return FEATURE;
    }
    if (file.toString().endsWith(".st")) {
      return PROGRAM;
    }
    Set<String> found = YamlFile.topLevelKeys(file.toString(), YamlFile.bytes(file));
    for (FileKind kind : values()) {
      if (kind.keys.stream().anyMatch(found::contains)) {
        return kind;
      }
    }
    Problems problems = new Problems(file.toString());
    problems.add(
        Place.WHOLE_FILE,
        "keys " + found.stream().sorted().toList() + ", which belong to no kind of file",
        Arrays.stream(values()).map(k -> k.title).collect(Collectors.joining(", or ")));
    throw problems.exception();
  }
}
