package org.bumpless.scenario.decision;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A question to a decision point, as a fact for each attribute.
 *
 * @param facts exactly one for each attribute, in their order
 */
public record Question(List<Fact> facts) {
  public Question {
    facts = List.copyOf(facts);
    if (!facts.stream().map(Fact::attribute).toList().equals(List.of(Attribute.values()))) {
      throw new IllegalArgumentException(
          "found " + facts + ", expected a fact for each of " + List.of(Attribute.values()));
    }
  }

  /** The question with exactly these facts, in whatever order. */
  public static Question of(Fact... facts) {
    Map<Attribute, Fact> all = new EnumMap<>(Attribute.class);
    Arrays.stream(facts).forEach(fact -> all.put(fact.attribute(), fact));
    return new Question(List.copyOf(all.values()));
  }

  /** The fact of an attribute. */
  public Fact fact(Attribute attribute) {
    return facts.stream().filter(fact -> fact.attribute() == attribute).findFirst().orElseThrow();
  }

  /** Whether a fact is among those of the question. */
  public boolean has(Fact fact) {
    return facts.contains(fact);
  }

  /** The same question but for some facts. */
  public Question with(Collection<Fact> others) {
    Map<Attribute, Fact> all = new EnumMap<>(Attribute.class);
    facts.forEach(fact -> all.put(fact.attribute(), fact));
    others.forEach(fact -> all.put(fact.attribute(), fact));
    return new Question(List.copyOf(all.values()));
  }

  public Question with(Fact... others) {
    return with(List.of(others));
  }

  /** The facts of this question that another one has not. */
  public List<Fact> beyond(Question other) {
    return facts.stream().filter(fact -> !other.has(fact)).toList();
  }
}
