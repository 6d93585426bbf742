package org.bumpless.features.run;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;

/** One pass through the feature files on a running bench. */
public final class FeatureRun {
  static final URI SHIPPED = URI.create("classpath:/features");
  static final URI GLUE = GluePath.parse("org.bumpless.features.steps");

  /** Tag of the scenarios that measure latency. */
  static final String MEASURING = "@measuring";

  /** Tag of the scenarios that are about frames, or about several who do something at once. */
  static final String WIRE = "@wire";

  private final Bench bench;
  private final Catalogue catalogue;
  private final Observer observer;
  private final BooleanSupplier stop;
  private final URI files;

  /**
   * A pass through the features that are shipped.
   *
   * @param stop once true no further scenario is driven; the rest stays untested
   */
  public FeatureRun(Bench bench, Catalogue catalogue, Observer observer, BooleanSupplier stop) {
    this(bench, catalogue, observer, stop, SHIPPED);
  }

  /**
   * @param files a feature file, or a folder of them
   */
  FeatureRun(Bench bench, Catalogue catalogue, Observer observer, BooleanSupplier stop, URI files) {
    this.files = files;
    this.bench = bench;
    this.catalogue = catalogue;
    this.observer = observer;
    this.stop = stop;
  }

  /**
   * Drives the scenarios of the profile that a tag expression selects and that the product is held
   * to.
   *
   * @param tags Cucumber tag expression; empty for all of the profile
   * @param messages where Cucumber's own messages go
   * @throws IllegalArgumentException if the tag expression cannot be read
   */
  public Outcome run(String tags, Path messages) {
    Selection selection = Selection.of(bench.plant(), bench.profile(), tags, files);
    List<Feature> features = selection.features();
    Applicability applicability =
        new Applicability(
            catalogue,
            bench.sut(),
            bench.profile(),
            Means.of(bench.fabric(), bench.plant(), bench.sut()));
    Descriptions descriptions = new Descriptions(applicability, titles(features));
    List<ScenarioResult> notDriven = new ArrayList<>();
    List<FeatureWithLines> driven = new ArrayList<>();
    int planned = 0;
    int measuring = 0;
    for (Feature feature : features) {
      List<Integer> lines = new ArrayList<>();
      for (Pickle pickle : feature.getPickles()) {
        if (!selection.selects(pickle)) {
          continue;
        }
        Optional<Standing> obstacle = applicability.obstacle(pickle.getTags());
        if (obstacle.isPresent()) {
          notDriven.add(descriptions.notDriven(describe(feature, pickle), obstacle.get()));
        } else {
          lines.add(pickle.getLocation().getLine());
          measuring += pickle.getTags().contains(MEASURING) ? 1 : 0;
        }
      }
      planned += lines.size();
      if (!lines.isEmpty()) {
        driven.add(FeatureWithLines.create(feature.getUri(), lines));
      }
    }
    observer.planned(planned, measuring);
    ScenarioListener listener =
        new ScenarioListener(bench, descriptions, notDriven, observer, stop);
    if (!driven.isEmpty()) {
      GlueFactory factory = new GlueFactory(listener::world);
      Runtime.builder()
          .withRuntimeOptions(options(driven, messages))
          .withClassLoader(FeatureRun.class::getClassLoader)
          .withObjectFactorySupplier(() -> factory)
          .withAdditionalPlugins(listener)
          .build()
          .run();
    }
    return listener.outcome();
  }

  private RuntimeOptions options(List<FeatureWithLines> features, Path messages) {
    RuntimeOptionsBuilder builder = new RuntimeOptionsBuilder().addGlue(GLUE).setMonochrome();
    features.forEach(builder::addFeature);
    return builder.addPluginName("message:" + messages.toUri()).build();
  }

  private static Map<URI, String> titles(List<Feature> features) {
    Map<URI, String> titles = new HashMap<>();
    for (Feature feature : features) {
      titles.put(feature.getUri(), feature.getName().orElse(""));
    }
    return titles;
  }

  private static Descriptions.Case describe(Feature feature, Pickle pickle) {
    return new Descriptions.Case(
        feature.getUri(), pickle.getLocation().getLine(), pickle.getName(), pickle.getTags());
  }
}
