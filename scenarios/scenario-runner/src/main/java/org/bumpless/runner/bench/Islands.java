package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.scenario.bench.Safety;

/** The logic solvers that run. */
public record Islands(Plant plant, List<LogicSolver> solvers) implements Safety {

  @Override
  public Optional<String> change(String function, double limit) {
    return why(of(function).change(function, limit));
  }

  @Override
  public Optional<String> bypass(String function, Duration length) {
    return why(of(function).bypass(function, length));
  }

  @Override
  public Optional<String> reset(String function) {
    return why(of(function).reset(function));
  }

  private static Optional<String> why(Answer answer) {
    return switch (answer) {
      case Answer.Done() -> Optional.empty();
      case Answer.Refused(Answer.Cause _, String reason) -> Optional.of(reason);
    };
  }

  private LogicSolver of(String id) {
    SafetyFunction function =
        plant
            .safetyFunction(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the plant has no safety function %s; it has %s"
                            .formatted(
                                id,
                                plant.safetyFunctions().stream()
                                    .map(SafetyFunction::id)
                                    .toList())));
    return solvers.stream()
        .filter(solver -> solver.id().equals(function.solver()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(function.solver() + " does not run"));
  }
}
