package org.bumpless.features.run;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Problems;

/**
 * The language of the features: the sentences that there are, and whether a file uses others.
 * Nothing is driven for that: Cucumber only matches sentences with glue (dry run).
 */
public final class Language {
  /** How Cucumber's parser tells a fault and its place. */
  private static final Pattern FAULT = Pattern.compile("(?m)^\\((\\d+):(\\d+)\\): (.*)$");

  private Language() {}

  /** All sentences that a scenario may be made of, as Cucumber expressions, in order. */
  public static List<String> sentences() {
    return List.copyOf(match(FeatureRun.SHIPPED).sentences);
  }

  /**
   * Checks a feature file.
   *
   * @return how many of its sentences have glue
   * @throws BadFileException with each sentence that no glue understands, or with what is not
   *     Gherkin
   */
  public static int check(Path file) throws BadFileException {
    Problems problems = new Problems(file.toString());
    Listener seen = new Listener(problems);
    try {
      drive(file.toUri(), seen);
    } catch (FeatureParserException e) {
      notGherkin(String.valueOf(e.getMessage()), problems);
    }
    problems.throwIfAny();
    if (seen.matched == 0) {
      problems.add(Place.WHOLE_FILE, "no scenario with a sentence", "at least one scenario");
    }
    problems.throwIfAny();
    return seen.matched;
  }

  private static void notGherkin(String message, Problems problems) {
    List<MatchResult> faults = FAULT.matcher(message).results().toList();
    for (MatchResult fault : faults) {
      problems.add(
          new Place(Integer.parseInt(fault.group(1)), Integer.parseInt(fault.group(2))),
          "what is not Gherkin: " + fault.group(3),
          "Feature, Scenario, Given, When or Then as in the shipped features");
    }
    if (faults.isEmpty()) {
      problems.add(Place.WHOLE_FILE, "what is not Gherkin: " + message, "a feature file");
    }
  }

  private static Listener match(URI features) {
    Listener listener = new Listener(new Problems(features.toString()));
    drive(features, listener);
    return listener;
  }

  private static void drive(URI features, Listener listener) {
    GlueFactory factory =
        new GlueFactory(
            () -> {
              throw new IllegalStateException("a dry run drives nothing");
            });
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder()
                .addGlue(FeatureRun.GLUE)
                .addFeature(FeatureWithLines.create(features, List.of()))
                .setDryRun()
                .setMonochrome()
                .build())
        .withClassLoader(Language.class::getClassLoader)
        .withObjectFactorySupplier(() -> factory)
        .withAdditionalPlugins(listener)
        .build()
        .run();
  }

  private static final class Listener implements ConcurrentEventListener {
    private final Problems problems;
    private final SortedSet<String> sentences = new TreeSet<>();
    private int matched;

    Listener(Problems problems) {
      this.problems = problems;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          StepDefinedEvent.class, event -> sentences.add(event.getStepDefinition().getPattern()));
      publisher.registerHandlerFor(TestStepFinished.class, this::finished);
    }

    private void finished(TestStepFinished event) {
      if (!(event.getTestStep() instanceof PickleStepTestStep step)) {
        return;
      }
      boolean ambiguous = event.getResult().getStatus() == Status.AMBIGUOUS;
      if (!ambiguous && Optional.ofNullable(step.getPattern()).isPresent()) {
        matched++;
        return;
      }
      Location at = step.getStep().getLocation();
      problems.add(
          new Place(at.getLine(), at.getColumn()),
          "\"" + step.getStep().getText() + "\"",
          ambiguous
              ? "a sentence that only one glue understands"
              : "a sentence of \"bumpless list steps\"");
    }
  }
}
