package org.bumpless.runner.mutant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;

/**
 * Drives the control and then the mutants.
 *
 * <p>A mutant meets the scenarios of the requirements that it says it breaks, up to the first that
 * catches it. If nothing can be said of it then, both it and the control meet them once more: the
 * host may have been busy. If none of them shows the fault, both meet all other scenarios; a catch
 * there, which nobody has foretold, has to happen twice.
 */
public final class MutantTrial {
  private static final String EVERYTHING = "";

  private final Sut control;
  private final Drive drive;
  private final Progress progress;
  private final Map<String, ScenarioResult> controlled = new LinkedHashMap<>();
  private Optional<String> restOfControl = Optional.empty();

  /** Drives the bench once. */
  @FunctionalInterface
  public interface Drive {
    /**
     * @param tags Cucumber tag expression; empty for all scenarios
     * @param enough after a result that is enough no further scenario is driven
     * @throws MissingException if the bench does not come up
     * @throws InterruptedException if the run was interrupted and has left no results
     */
    Driven run(Sut sut, String tags, Predicate<ScenarioResult> enough) throws InterruptedException;
  }

  /** What a run leaves. */
  public record Driven(List<ScenarioResult> scenarios, RunResult.Status status, Path folder) {
    public Driven {
      scenarios = List.copyOf(scenarios);
    }
  }

  /** Is told how the trial goes on. */
  public interface Progress {
    /** A run begins. */
    void drives(String what);

    void found(Finding finding);
  }

  /**
   * @param control the sound product whose variants the mutants are
   */
  public MutantTrial(Sut control, Drive drive, Progress progress) {
    this.control = control;
    this.drive = drive;
    this.progress = progress;
  }

  /**
   * Tries mutants, one after the other.
   *
   * @param everywhere whether each meets every scenario, so that all that catch it are known
   * @throws InterruptedException if a run was interrupted; what was found before has been told
   */
  public List<Finding> tryAll(List<Mutant> mutants, boolean everywhere)
      throws InterruptedException {
    String first = everywhere ? EVERYTHING : anyOf(broken(mutants));
    driveControl(first);
    restOfControl = everywhere ? Optional.empty() : Optional.of("not " + first);
    List<Finding> findings = new ArrayList<>();
    for (Mutant mutant : mutants) {
      String what =
          "mutant %d of %d, %s".formatted(findings.size() + 1, mutants.size(), mutant.id());
      Finding finding = everywhere ? everywhere(mutant, what) : ownFirst(mutant, what);
      findings.add(finding);
      progress.found(finding);
    }
    return List.copyOf(findings);
  }

  /** The results of the control so far, the last of each scenario. */
  public List<ScenarioResult> control() {
    return List.copyOf(controlled.values());
  }

  private Finding everywhere(Mutant mutant, String what) throws InterruptedException {
    Meeting meeting = new Meeting(mutant, what);
    meeting.drive(EVERYTHING, result -> false);
    return meeting.finding();
  }

  private Finding ownFirst(Mutant mutant, String what) throws InterruptedException {
    Meeting meeting = new Meeting(mutant, what);
    String own = anyOf(mutant.breaks());
    meeting.drive(own);
    if (meeting.fate() instanceof Fate.Open && meeting.cameUp()) {
      driveControl(own);
      meeting.drive(own);
    }
    if (meeting.fate() instanceof Fate.Survived) {
      driveRestOfControl();
      meeting.drive("not " + own);
      if (meeting.fate() instanceof Fate.Caught(var catches)) {
        String there = anyOf(Set.copyOf(catches.getFirst().requirements()));
        driveControl(there);
        meeting.drive(there);
      }
    }
    return meeting.finding();
  }

  private void driveRestOfControl() throws InterruptedException {
    if (restOfControl.isPresent()) {
      driveControl(restOfControl.get());
      restOfControl = Optional.empty();
    }
  }

  private void driveControl(String tags) throws InterruptedException {
    Driven driven = run("control, " + control.id(), control, tags, result -> false);
    driven.scenarios().forEach(result -> controlled.put(result.id(), result));
  }

  private Driven run(String what, Sut sut, String tags, Predicate<ScenarioResult> enough)
      throws InterruptedException {
    progress.drives(what + ": " + (tags.isEmpty() ? "all scenarios" : tags));
    Driven driven = drive.run(sut, tags, enough);
    return switch (driven.status()) {
      case FINISHED -> driven;
      case RUNNING ->
          throw new IllegalStateException("a run that is over says that it runs: " + what);
      case INTERRUPTED -> throw new InterruptedException("interrupted while driving " + what);
    };
  }

  private static Set<String> broken(List<Mutant> mutants) {
    return mutants.stream()
        .flatMap(mutant -> mutant.breaks().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String anyOf(Set<String> requirements) {
    return new TreeSet<>(requirements)
        .stream().map(id -> "@" + id).collect(Collectors.joining(" or ", "(", ")"));
  }

  /** One mutant on the bench. */
  private final class Meeting {
    private final Mutant mutant;
    private final String what;
    private final Map<String, ScenarioResult> results = new LinkedHashMap<>();
    private final List<Path> folders = new ArrayList<>();
    private Optional<String> obstacle = Optional.empty();

    Meeting(Mutant mutant, String what) {
      this.mutant = mutant;
      this.what = what;
    }

    /** Up to the first catch. */
    void drive(String tags) throws InterruptedException {
      drive(tags, comparison()::catches);
    }

    void drive(String tags, Predicate<ScenarioResult> enough) throws InterruptedException {
      try {
        Driven driven = run(what, variant(), tags, enough);
        driven.scenarios().forEach(result -> results.put(result.id(), result));
        folders.add(driven.folder());
      } catch (MissingException e) {
        obstacle = Optional.of("the bench did not come up with it: " + e.getMessage());
      }
    }

    boolean cameUp() {
      return obstacle.isEmpty();
    }

    Fate fate() {
      Fate fate = comparison().fate(mutant.breaks(), List.copyOf(results.values()));
      return cameUp() || fate instanceof Fate.Caught
          ? fate
          : new Fate.Open(List.of(obstacle.orElseThrow()));
    }

    Finding finding() {
      return new Finding(mutant, fate(), folders);
    }

    private Comparison comparison() {
      return new Comparison(control());
    }

    private Sut variant() {
      return new Sut(
          mutant.id(),
          control.title() + ", broken: " + mutant.fault(),
          control.product(),
          control.folder(),
          new Deployment.Builtin(mutant.id()),
          control.access(),
          control.features(),
          control.pdp(),
          control.settings());
    }
  }
}
