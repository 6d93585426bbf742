package org.bumpless.plant.file;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used; tells everything that is wrong with it, in the order of the file. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<Problem> problems;

  public BadFileException(List<Problem> problems) {
    super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().toList();
  }

  /** All problems, sorted by place; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
