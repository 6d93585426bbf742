package org.bumpless.scenario.profile;

import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Optional;

/** Cucumber tag expressions as people write them, in files and on the command line. */
public final class TagExpressions {
  private TagExpressions() {}

  /** What is wrong with an expression, if anything is. */
  public static Optional<String> fault(String expression) {
    try {
      TagExpressionParser.parse(expression);
      return Optional.empty();
    } catch (TagExpressionException e) {
      String why = String.valueOf(e.getMessage()).lines().reduce((first, last) -> last).orElse("");
      return Optional.of(why.strip());
    }
  }
}
