package org.bumpless.scenario.decision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision that is not what the policy means, on the simplest question that shows it.
 *
 * @param business the permitted business that the question is most like
 * @param differs in which facts it differs from a typical question of that business
 * @param question in words
 * @param got the decision in words
 * @param questions how many of the questions show this fault
 */
public record Finding(
    Fault fault, String business, List<Fact> differs, String question, String got, int questions) {
  public Finding {
    differs = List.copyOf(differs);
  }

  /** For the engineer who mends the policy. */
  public String inWords() {
    return "%s: expected %s, got: %s [%s; %d %s]"
        .formatted(
            question,
            fault.expected(),
            got,
            differs.isEmpty()
                ? "this is a typical case of " + business
                : "differs from a typical case of "
                    + business
                    + " only in: "
                    + differs.stream()
                        .map(fact -> fact.attribute().title() + " (" + fact.words() + ")")
                        .collect(Collectors.joining(", ")),
            questions,
            questions == 1 ? "question shows it" : "questions show it");
  }

  /** The same fault, seen in one more question. */
  Finding again() {
    return new Finding(fault, business, differs, question, got, questions + 1);
  }

  /** Who, what, where and with which ticket. */
  static String inWords(Question question, Site site) {
    String where =
        question.has(Fact.ANOTHER_CONTROLLER) ? site.another().value() : site.controller().value();
    return question.facts().stream()
        .map(fact -> fact.attribute() == Attribute.ASSET ? "asks for " + where : fact.words())
        .collect(Collectors.joining(", "));
  }
}
