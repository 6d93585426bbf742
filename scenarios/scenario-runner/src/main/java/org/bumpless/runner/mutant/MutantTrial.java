package org.bumpless.runner.mutant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * <p>A mutant meets the scenarios of the requirements that it says it breaks. If none of them shows
 * the fault it meets all others too. The control meets what the mutants meet, and each scenario
 * once.
 */
public final class MutantTrial {
  private static final String EVERYTHING = "";

  private final Sut control;
  private final Drive drive;
  private final Progress progress;
  private final List<ScenarioResult> controlled = new ArrayList<>();
  private boolean controlledAll;

  /** Drives the bench once. */
  @FunctionalInterface
  public interface Drive {
    /**
     * @param tags Cucumber tag expression; empty for all scenarios
     * @throws InterruptedException if the run was interrupted, at its begin, midway or at its end
     */
    Driven run(Sut sut, String tags) throws InterruptedException;
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
    if (everywhere) {
      driveControl(EVERYTHING);
      controlledAll = true;
    } else {
      driveControl(anyOf(breaks(mutants)));
    }
    List<Finding> findings = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Finding finding = find(mutant, everywhere, findings.size() + 1, mutants);
      progress.found(finding);
      findings.add(finding);
    }
    return findings;
  }

  /** The results of the control so far. */
  public List<ScenarioResult> control() {
    return List.copyOf(controlled);
  }

  private Finding find(Mutant mutant, boolean everywhere, int number, List<Mutant> mutants)
      throws InterruptedException {
    String what = "mutant %d of %d, %s".formatted(number, mutants.size(), mutant.id());
    String own = anyOf(mutant.breaks());
    List<Path> folders = new ArrayList<>();
    List<ScenarioResult> results = new ArrayList<>();
    try {
      drive(what, variant(mutant), everywhere ? EVERYTHING : own, results, folders);
      Fate fate = fate(mutant, results);
      if (fate instanceof Fate.Caught || everywhere) {
        return new Finding(mutant, fate, folders);
      }
      if (!controlledAll) {
        driveControl(noneOf(breaks(mutants)));
        controlledAll = true;
      }
      drive(what + ", all other scenarios", variant(mutant), "not " + own, results, folders);
      return new Finding(mutant, fate(mutant, results), folders);
    } catch (MissingException e) {
      return new Finding(
          mutant, new Fate.Open(List.of("the bench did not come up: " + e.getMessage())), folders);
    }
  }

  private Fate fate(Mutant mutant, List<ScenarioResult> results) {
    return new Comparison(controlled).fate(mutant.breaks(), results);
  }

  private void driveControl(String tags) throws InterruptedException {
    drive("control, " + control.id(), control, tags, controlled, new ArrayList<>());
  }

  private void drive(
      String what, Sut sut, String tags, List<ScenarioResult> results, List<Path> folders)
      throws InterruptedException {
    progress.drives(tags.isEmpty() ? what + ": all scenarios" : what + ": " + tags);
    Driven driven = drive.run(sut, tags);
    folders.add(driven.folder());
    results.addAll(driven.scenarios());
    switch (driven.status()) {
      case FINISHED -> {}
      case INTERRUPTED -> throw new InterruptedException("interrupted while driving " + what);
    }
  }

  private Sut variant(Mutant mutant) {
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

  private static Set<String> breaks(Collection<Mutant> mutants) {
    return mutants.stream()
        .flatMap(mutant -> mutant.breaks().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String anyOf(Set<String> requirements) {
    return new TreeSet<>(requirements)
        .stream().map(id -> "@" + id).collect(Collectors.joining(" or ", "(", ")"));
  }

  private static String noneOf(Set<String> requirements) {
    return "not " + anyOf(requirements);
  }
}
