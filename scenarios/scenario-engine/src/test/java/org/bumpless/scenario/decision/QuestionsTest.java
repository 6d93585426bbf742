package org.bumpless.scenario.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.plant.model.AssetId;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final long SEED = 7;
  private static final Site SITE =
      new Site(
          "tank-farm",
          new AssetId("LIC-101"),
          new AssetId("LIC-402"),
          Instant.parse("2026-03-01T08:00:00Z"));

  private final List<Question> questions = Questions.all(new SplittableRandom(SEED));

  @Test
  void thereAreThousandsAndNoneIsAskedTwice() {
    Set<AccessRequest> requests = new HashSet<>();
    questions.forEach(question -> requests.add(Draft.request(question, SITE)));

    assertThat(questions).hasSizeBetween(3_000, 6_000);
    assertThat(requests).as("different requests").hasSameSizeAs(questions);
  }

  @Test
  void everyPairOfFactsIsAskedAbout() {
    Set<Set<Fact>> asked = new HashSet<>();
    for (Question question : questions) {
      for (Fact one : question.facts()) {
        question
            .facts()
            .forEach(
                other ->
                    asked.add(Set.copyOf(List.of(one, other).subList(0, one == other ? 1 : 2))));
      }
    }
    for (Fact one : Fact.values()) {
      for (Fact other : Fact.values()) {
        if (one.attribute() != other.attribute()) {
          assertThat(asked).contains(Set.of(one, other));
        }
      }
    }
  }

  @Test
  void oneSeedGivesOneList() {
    assertThat(Questions.all(new SplittableRandom(SEED))).isEqualTo(questions);
    assertThat(Questions.all(new SplittableRandom(SEED + 1))).isNotEqualTo(questions);
  }

  @Test
  void bothAnswersAreExpectedOften() {
    long permits = questions.stream().filter(q -> PlantPolicy.permits(q).isPresent()).count();

    assertThat(permits).isBetween(300L, questions.size() - 300L);
  }

  @Test
  void everyFactDecidesSomewhere() {
    for (PlantPolicy.Row row : PlantPolicy.rows()) {
      assertThat(PlantPolicy.permits(row.typical())).as(row.business()).contains(row);
      for (Fact fact : Fact.values()) {
        Question other = row.typical().with(fact);
        boolean fits = row.missing(other).isEmpty();
        assertThat(questions).as("%s, %s", row.business(), fact).contains(other);
        if (fits) {
          assertThat(PlantPolicy.permits(other)).as("%s, %s", row.business(), fact).isPresent();
        }
      }
    }
  }
}
