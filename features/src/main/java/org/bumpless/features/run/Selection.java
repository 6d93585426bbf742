package org.bumpless.features.run;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.profile.Profile;

/** The scenarios that a run is about, before any of them is driven. */
public final class Selection {
  /** Tag of the scenarios in which somebody attacks, and the folder in which they lie. */
  private static final String ATTACK = "@attack";

  private static final String ATTACK_FOLDER = "/attack/";

  /** Begins the tag that names the plant of which a scenario speaks. */
  private static final String PLANT = "@plant-";

  private final Expression asked;
  private final Expression belongs;
  private final String plant;
  private final URI files;

  private Selection(Plant plant, Profile profile, String tags, URI files) {
    this.asked = TagExpressionParser.parse(tags);
    this.belongs = TagExpressionParser.parse(profile.tags());
    this.plant = PLANT + plant.id();
    this.files = files;
  }

  /**
   * The shipped scenarios of a profile that a tag expression selects.
   *
   * @throws IllegalArgumentException if the tag expression cannot be read
   */
  public static Selection of(Plant plant, Profile profile, String tags) {
    return of(plant, profile, tags, FeatureRun.SHIPPED);
  }

  /**
   * The same of other files.
   *
   * @param files a feature file, or a folder of them
   */
  static Selection of(Plant plant, Profile profile, String tags, URI files) {
    return new Selection(plant, profile, tags, files);
  }

  /** The names of those among them in which somebody attacks, whether or not they can be driven. */
  public List<String> attacks() {
    List<String> attacks = new ArrayList<>();
    for (Feature feature : features()) {
      boolean folder = feature.getUri().toString().contains(ATTACK_FOLDER);
      for (Pickle pickle : feature.getPickles()) {
        if (selects(pickle) && (folder || pickle.getTags().contains(ATTACK))) {
          attacks.add(pickle.getName());
        }
      }
    }
    return List.copyOf(attacks);
  }

  List<Feature> features() {
    return new FeaturePathFeatureSupplier(
            Selection.class::getClassLoader,
            new RuntimeOptionsBuilder()
                .addGlue(FeatureRun.GLUE)
                .setMonochrome()
                .addFeature(FeatureWithLines.create(files, List.of()))
                .build(),
            new FeatureParser(UUID::randomUUID))
        .get();
  }

  boolean selects(Pickle pickle) {
    List<String> own = pickle.getTags();
    return asked.evaluate(own) && belongs.evaluate(own) && isOfPlant(own);
  }

  /** A scenario that speaks of one plant's assets says so by a tag; others are for every plant. */
  private boolean isOfPlant(List<String> tags) {
    List<String> plants = tags.stream().filter(tag -> tag.startsWith(PLANT)).toList();
    return plants.isEmpty() || plants.contains(plant);
  }
}
