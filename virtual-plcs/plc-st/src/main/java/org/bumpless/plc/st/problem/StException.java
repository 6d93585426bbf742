package org.bumpless.plc.st.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no program. */
public final class StException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param name of the text
   * @param problems all that is wrong with it, in the order of its lines
   */
  public StException(String name, List<Problem> problems) {
    super(problems.stream().map(problem -> name + ":" + problem).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
