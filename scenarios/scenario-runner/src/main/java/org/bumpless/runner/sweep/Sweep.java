package org.bumpless.runner.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.LoopSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.reports.sweep.SweepFinding;
import org.bumpless.runner.bench.Programs;

/** Derives the latency that the conduits of a plant may have. */
public final class Sweep {
  /** A loop settles within some hundred scans; a trial is many times as long. */
  private static final long SCANS = 10_000;

  private static final Duration SHORTEST = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration MOST_DELAY = Duration.ofSeconds(60);

  private final Plant plant;
  private final Programs programs;
  private final long seed;

  public Sweep(Plant plant, long seed) {
    this.plant = plant;
    this.programs = new Programs(plant);
    this.seed = seed;
  }

  /** What has to do with a conduit, loop by loop; empty if nothing has that the process times. */
  public List<SweepFinding> of(Conduit conduit) {
    List<SweepFinding> found = new ArrayList<>();
    for (Crossing crossing : Crossing.of(plant, conduit)) {
      found.add(
          switch (crossing) {
            case Crossing.Wires wires -> wires(conduit, wires);
            case Crossing.Guard guard -> guard(conduit, guard);
            case Crossing.Supervision supervision -> supervision(conduit, supervision);
          });
    }
    return List.copyOf(found);
  }

  private SweepFinding wires(Conduit conduit, Crossing.Wires wires) {
    Asset.Controller controller = wires.controller();
    Duration length = length(controller.program().scan());
    Neighbourhood near = Neighbourhood.of(plant, controller.id());
    WiresTrial trial = new WiresTrial(controller, loop(controller), length);
    double reference = wires(conduit, near, trial, Passage.FREE, Double.POSITIVE_INFINITY).iae();
    Trials trials =
        Trials.of(
            passage -> wires(conduit, near, trial, passage, reference).outcome(),
            mostDelay(length));
    String tried =
        Rig.writable(controller, loop(controller).setPoint())
            ? "a set-point step there and back"
            : "its own motion";
    return finding(conduit, wires, "inputs and outputs", tried, Optional.of(trials));
  }

  private WiresTrial.Ran wires(
      Conduit conduit, Neighbourhood near, WiresTrial trial, Passage passage, double reference) {
    try (Rig rig = new Rig(plant, programs, near, seed, new Rig.Late(conduit, passage))) {
      return trial.run(rig, reference);
    }
  }

  private SweepFinding guard(Conduit conduit, Crossing.Guard guard) {
    Neighbourhood near = Neighbourhood.of(plant, guard.solver().id());
    Duration length = length(guard.solver().scan());
    Function<Push, Function<Passage, Outcome>> trial =
        push ->
            passage -> {
              try (Rig rig = new Rig(plant, programs, near, seed, new Rig.Late(conduit, passage))) {
                return SafetyTrial.run(rig, push, length);
              }
            };
    List<Push> its =
        Push.all(near, near.controllers(), true).stream()
            .filter(push -> firstOut(conduit, near, push, length).equals(guard.function().id()))
            .toList();
    return worst(conduit, guard, "sensors and final elements", its, trial, mostDelay(length));
  }

  /** The safety function that answers to a disturbance. */
  private String firstOut(Conduit conduit, Neighbourhood near, Push push, Duration length) {
    Rig.Late free = new Rig.Late(conduit, Passage.FREE);
    try (Rig rig = new Rig(plant, programs, near, seed, free)) {
      SafetyTrial.run(rig, push, length);
      return rig.firstOut();
    }
  }

  private SweepFinding supervision(Conduit conduit, Crossing.Supervision supervision) {
    Asset.Controller controller = supervision.controller();
    LoopSpec loop = loop(controller);
    String what = supervision.client() + " by flow " + supervision.flow();
    Optional<String> act = SupervisedTrial.act(controller, loop);
    if (act.isEmpty()) {
      return finding(
          conduit, supervision, what, "has neither ESD nor a set-point to write", Optional.empty());
    }
    Duration length = length(controller.program().scan());
    String signal = Optional.ofNullable(controller.program().io().get(loop.value())).orElseThrow();
    Neighbourhood near = Neighbourhood.of(plant, controller.id());
    SupervisedTrial supervised =
        new SupervisedTrial(controller, loop, signal, supervision.period(), length, seed);
    Rig.Late wiresFree = new Rig.Late(conduit, Passage.FREE);
    Function<Push, Function<Passage, Outcome>> trial =
        push ->
            passage -> {
              try (Rig rig = new Rig(plant, programs, near, seed, wiresFree)) {
                return supervised.run(rig, push, passage);
              }
            };
    return worst(
        conduit,
        supervision,
        what + ", acts by " + act.get(),
        Push.all(near, List.of(controller), false),
        trial,
        mostDelay(length));
  }

  private SweepFinding worst(
      Conduit conduit,
      Crossing crossing,
      String what,
      List<Push> pushes,
      Function<Push, Function<Passage, Outcome>> trial,
      Duration mostDelay) {
    Optional<Push> worst = Trials.worst(pushes, trial, mostDelay);
    return finding(
        conduit,
        crossing,
        what,
        worst.map(Push::words).orElse("no held output both needs it and can be saved by it"),
        worst.map(push -> Trials.of(trial.apply(push), mostDelay)));
  }

  private static SweepFinding finding(
      Conduit conduit, Crossing crossing, String what, String tried, Optional<Trials> trials) {
    return new SweepFinding(
        conduit.id().value(),
        crossing.who(),
        what,
        tried,
        trials.map(Trials::delay),
        trials.map(Trials::jitter),
        trials.map(Trials::loss),
        Judge.budgetNanos(conduit),
        Judge.of(crossing, conduit, trials.map(Trials::delay)),
        trials.map(Trials::curve).orElse(List.of()));
  }

  private static LoopSpec loop(Asset.Controller controller) {
    return controller.program().loop().orElseThrow();
  }

  private static Duration length(Duration scan) {
    Duration wanted = scan.multipliedBy(SCANS);
    if (wanted.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }

  /** What is later than a quarter of a trial could not show in it. */
  private static Duration mostDelay(Duration length) {
    Duration quarter = length.dividedBy(4);
    return quarter.compareTo(MOST_DELAY) < 0 ? quarter : MOST_DELAY;
  }
}
