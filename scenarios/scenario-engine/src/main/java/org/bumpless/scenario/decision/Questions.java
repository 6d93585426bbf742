package org.bumpless.scenario.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.bumpless.scenario.decision.PlantPolicy.Row;

/** The questions that tell policies apart; one seed gives one list. */
public final class Questions {
  private static final int DRAWN = 100;

  /** One fact in so many is drawn from all, the others are those of a permitted question. */
  private static final int STRAY = 3;

  private Questions() {}

  /**
   * The questions, none twice: the typical one of each row, everything that differs from one in one
   * or two attributes, and a draw of others, each with what the rules make of it.
   *
   * @param random only the draw depends on it
   */
  public static List<Question> all(RandomGenerator random) {
    Set<Question> questions = new LinkedHashSet<>();
    List<Row> rows = PlantPolicy.rows();
    rows.forEach(row -> questions.add(row.typical()));
    rows.forEach(row -> questions.addAll(oneOff(row.typical())));
    rows.forEach(row -> questions.addAll(twoOff(row.typical())));
    for (int i = 0; i < DRAWN; i++) {
      Question drawn = draw(rows.get(random.nextInt(rows.size())).typical(), random);
      questions.add(drawn);
      for (Rule rule : Rule.values()) {
        questions.add(rule.consequent(drawn));
      }
    }
    return List.copyOf(questions);
  }

  private static List<Question> oneOff(Question typical) {
    List<Question> questions = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (!typical.has(fact)) {
        questions.add(typical.with(fact));
      }
    }
    return questions;
  }

  private static List<Question> twoOff(Question typical) {
    List<Question> questions = new ArrayList<>();
    for (Question once : oneOff(typical)) {
      Attribute taken = once.beyond(typical).getFirst().attribute();
      for (Fact fact : Fact.values()) {
        if (fact.attribute().compareTo(taken) > 0 && !typical.has(fact)) {
          questions.add(once.with(fact));
        }
      }
    }
    return questions;
  }

  private static Question draw(Question typical, RandomGenerator random) {
    List<Fact> strays = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      if (random.nextInt(STRAY) == 0) {
        List<Fact> facts = Fact.of(attribute);
        strays.add(facts.get(random.nextInt(facts.size())));
      }
    }
    return typical.with(strays);
  }
}
