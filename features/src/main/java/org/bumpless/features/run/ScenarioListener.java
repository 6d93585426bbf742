package org.bumpless.features.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bumpless.features.ClaimFailed;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Follows Cucumber through the scenarios: restores the bench before each, judges after each. */
final class ScenarioListener implements ConcurrentEventListener {
  private static final String STOPPED = "the run was ended before this scenario";
  private static final Verdict CUT_SHORT =
      new Verdict.Inconclusive(
          "the run was ended during this scenario; another run would settle it");

  private final Bench bench;
  private final Descriptions descriptions;
  private final List<ScenarioResult> notDriven;
  private final Observer observer;
  private final BooleanSupplier stop;
  private final List<ScenarioResult> results = new ArrayList<>();
  private final List<LatencyFinding> latencies = new ArrayList<>();
  private final List<TimingFigure> timings = new ArrayList<>();
  private final List<LoadFinding> loads = new ArrayList<>();
  private final List<StepResult> steps = new ArrayList<>();
  private final long endNanos;
  private Optional<String> undefined = Optional.empty();
  private Optional<String> obstacle = Optional.empty();
  private boolean interrupted;
  private boolean blind;
  private long quietSinceNanos;
  private @Nullable World world;

  ScenarioListener(
      Bench bench,
      Descriptions descriptions,
      List<ScenarioResult> notDriven,
      Observer observer,
      BooleanSupplier stop) {
    this.bench = bench;
    this.descriptions = descriptions;
    this.notDriven = List.copyOf(notDriven);
    this.observer = observer;
    this.endNanos = bench.clock().nanos() + bench.profile().maxDuration().toNanos();
    this.stop = stop;
    this.quietSinceNanos = bench.clock().nanos();
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> started(event.getTestCase()));
    publisher.registerHandlerFor(TestStepStarted.class, this::stepStarted);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(
        TestCaseFinished.class, event -> finished(event.getTestCase(), event.getResult()));
  }

  /** The world of the scenario that runs now. */
  World world() {
    if (obstacle.isPresent()) {
      throw new ClaimOpen(obstacle.get());
    }
    if (world == null) {
      throw new IllegalStateException("no scenario is running");
    }
    return world;
  }

  Outcome outcome() {
    List<ScenarioResult> all = new ArrayList<>(results);
    all.addAll(notDriven);
    return new Outcome(all, new Measured(latencies, timings, loads));
  }

  private void started(TestCase testCase) {
    steps.clear();
    undefined = Optional.empty();
    if (interrupted || stop.getAsBoolean()) {
      obstacle = Optional.of(STOPPED);
      return;
    }
    observer.started(testCase.getName(), testCase.getTags().contains(FeatureRun.MEASURING));
    obstacle = obstacle();
    bench.history().forgetReads();
    bench.evidence().begin(testCase.getName());
    world = new World(bench, testCase.getName());
    mark(Entry.Mark.Kind.SCENARIO_STARTED, testCase.getName());
  }

  private Optional<String> obstacle() {
    blind = false;
    if (bench.clock().nanos() >= endNanos) {
      return timeIsOver();
    }
    try {
      Optional<String> found = bench.restore();
      blind = found.isPresent() && bench.productEnded().isEmpty();
      return found;
    } catch (InterruptedException e) {
      keepInterrupt();
      return Optional.of(STOPPED);
    } catch (RuntimeException e) {
      return Optional.of("the bench could not be brought back to its beginning: " + e);
    }
  }

  private Optional<String> timeIsOver() {
    return Optional.of(
        "the time of profile %s, %d s, was over before this scenario: a faster host or a longer maxDuration would settle it"
            .formatted(bench.profile().id(), bench.profile().maxDuration().toSeconds()));
  }

  private void stepStarted(TestStepStarted event) {
    if (world != null && event.getTestStep() instanceof PickleStepTestStep step) {
      mark(Entry.Mark.Kind.STEP, text(step));
    }
  }

  private static String text(PickleStepTestStep step) {
    return step.getStep().getKeyword() + step.getStep().getText();
  }

  private void stepFinished(TestStepFinished event) {
    if (!(event.getTestStep() instanceof PickleStepTestStep step)) {
      return;
    }
    String text = text(step);
    Result result = event.getResult();
    steps.add(new StepResult(text, status(result), message(result)));
    switch (result.getStatus()) {
      case UNDEFINED, PENDING, AMBIGUOUS -> undefined = Optional.of(text);
      case PASSED, FAILED, SKIPPED, UNUSED -> {}
    }
  }

  private void finished(TestCase testCase, Result result) {
    World ended = world;
    if (ended == null) {
      results.add(descriptions.notDriven(describe(testCase), new Standing.Untested(STOPPED)));
      return;
    }
    Verdict verdict = judge(ended, result);
    world = null;
    quietSinceNanos = bench.clock().nanos();
    mark(Entry.Mark.Kind.SCENARIO_ENDED, testCase.getName() + ": " + verdict.word());
    Optional<Capture> capture = capture();
    latencies.addAll(ended.latencies());
    timings.addAll(ended.timings());
    loads.addAll(ended.loads());
    ScenarioResult done =
        descriptions.result(
            describe(testCase), new Standing.Judged(verdict), ended, List.copyOf(steps), capture);
    results.add(done);
    observer.finished(done, outcome());
  }

  private Optional<Capture> capture() {
    try {
      return bench.evidence().end();
    } catch (InterruptedException e) {
      keepInterrupt();
      return Optional.empty();
    }
  }

  /** Whatever is cut short proves nothing, neither for the product nor against it. */
  private Verdict judge(World ended, Result result) {
    try {
      if (obstacle.isPresent()) {
        return notDriven(obstacle.get());
      }
      if (result.getError() instanceof InterruptedException) {
        keepInterrupt();
        return CUT_SHORT;
      }
      Verdict verdict =
          ScenarioJudge.judge(ended, Optional.ofNullable(result.getError()), undefined);
      return stop.getAsBoolean() ? CUT_SHORT : verdict;
    } catch (InterruptedException e) {
      keepInterrupt();
      return CUT_SHORT;
    } finally {
      ended.close();
    }
  }

  /**
   * Nothing was tried; but if what stands in the way is that the stations see nothing, that is a
   * finding of its own.
   */
  private Verdict notDriven(String why) {
    List<Verdict> verdicts = new ArrayList<>(List.of(new Verdict.Inconclusive(why)));
    if (blind) {
      verdicts.add(StationCheck.noticedNothing(bench.stations().since(quietSinceNanos)));
    }
    return RollUp.of(verdicts, why);
  }

  /** Whoever wants the run to end must not be forgotten once a step has been ended by it. */
  private void keepInterrupt() {
    interrupted = true;
    Thread.currentThread().interrupt();
  }

  private static Descriptions.Case describe(TestCase testCase) {
    return new Descriptions.Case(
        testCase.getUri(),
        testCase.getLocation().getLine(),
        testCase.getName(),
        testCase.getTags());
  }

  private void mark(Entry.Mark.Kind kind, String text) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), kind, text));
  }

  private static StepResult.Status status(Result result) {
    return switch (result.getStatus()) {
      case PASSED -> StepResult.Status.PASSED;
      case FAILED ->
          result.getError() instanceof ClaimFailed
              ? StepResult.Status.FAILED
              : StepResult.Status.INCONCLUSIVE;
      case UNDEFINED, PENDING, AMBIGUOUS -> StepResult.Status.INCONCLUSIVE;
      case SKIPPED, UNUSED -> StepResult.Status.SKIPPED;
    };
  }

  private static String message(Result result) {
    Throwable error = result.getError();
    if (error == null) {
      return "";
    }
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }
}
