package org.bumpless.scenario.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bumpless.scenario.testing.Story;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random work whose books balance; then one fault is put in, which must be found. */
class LedgerPropertyTest {
  private static final String[] TAGS = {"LIC-1.SP", "LIC-1.KP", "LIC-2.SP"};
  private static final int WRITES = 60;

  @RepeatedTest(40)
  void oneFaultInRandomWorkIsFoundAndNothingElse(RepetitionInfo repetition) {
    long seed = 7_919L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    Story story = new Story();
    List<Took> effects = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < WRITES; i++) {
      now += random.nextInt(30);
      String tag = TAGS[random.nextInt(TAGS.length)];
      int value = random.nextInt(4);
      boolean wanted = random.nextInt(4) > 0;
      if (wanted) {
        story.wanted("anna", tag, value, now, Story.OK);
        effects.add(new Took(tag, value, now + 1 + random.nextInt(20)));
      } else {
        story.unwanted("ben", tag, value, now, random.nextBoolean() ? Story.DENIED : Story.SILENT);
      }
    }
    Collections.shuffle(effects, random);
    int dropped = random.nextInt(effects.size());
    List<Took> rest = new ArrayList<>(effects);
    rest.remove(dropped);

    assertThat(balance(story, effects).balanced()).as("seed %d", seed).isTrue();

    List<Took> twice = new ArrayList<>(effects);
    twice.add(effects.get(dropped));
    assertThat(balance(story, twice).unexplained()).as("seed %d, one twice", seed).hasSize(1);
    assertThat(balance(story, twice).lost()).as("seed %d, one twice", seed).isEmpty();

    assertThat(balance(story, rest).lost()).as("seed %d, one lost", seed).hasSize(1);
    assertThat(balance(story, rest).unexplained()).as("seed %d, one lost", seed).isEmpty();
  }

  private record Took(String tag, int value, long at) {}

  private static Books balance(Story acts, List<Took> effects) {
    Story seen = new Story();
    effects.forEach(e -> seen.effect(e.tag(), e.value(), e.at()));
    return Ledger.balance(acts.acts(), seen.changes());
  }
}
