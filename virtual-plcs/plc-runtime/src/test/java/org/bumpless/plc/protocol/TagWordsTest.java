package org.bumpless.plc.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TagWordsTest {
  @Test
  void aRealTakesTwoWordsHighWordFirst() {
    TagValue value = new TagValue.Real(62f);

    assertThat(TagWords.count(TagType.REAL)).isEqualTo(2);
    assertThat(TagWords.word(value, 0)).isEqualTo(0x4278);
    assertThat(TagWords.word(value, 1)).isZero();
  }

  @Test
  void othersTakeOne() {
    assertThat(TagWords.count(TagType.INT)).isEqualTo(1);
    assertThat(TagWords.count(TagType.BOOL)).isEqualTo(1);
    assertThat(TagWords.word(new TagValue.Int((short) -1), 0)).isEqualTo(0xFFFF);
    assertThat(TagWords.word(new TagValue.Bool(true), 0)).isEqualTo(1);
    assertThat(TagWords.with(new TagValue.Int((short) 0), 0, 0x8000))
        .isEqualTo(new TagValue.Int(Short.MIN_VALUE));
    assertThat(TagWords.with(new TagValue.Bool(false), 0, 2)).isEqualTo(new TagValue.Bool(true));
  }

  @Test
  void oneWordIsReplacedAndTheOtherStays() {
    assertThat(TagWords.with(new TagValue.Real(62f), 1, 0x8000))
        .isEqualTo(new TagValue.Real(Float.intBitsToFloat(0x4278_8000)));
    assertThat(TagWords.with(new TagValue.Real(62f), 0, 0xC278)).isEqualTo(new TagValue.Real(-62f));
  }

  @RepeatedTest(5)
  void wordsMakeTheValueThatTheyCameFrom(RepetitionInfo repetition) {
    long seed = 8_191L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      TagValue real = new TagValue.Real(Float.intBitsToFloat(random.nextInt()));
      TagValue made = new TagValue.Real(0);
      made = TagWords.with(made, 0, TagWords.word(real, 0));
      made = TagWords.with(made, 1, TagWords.word(real, 1));
      assertThat(made).as("seed %d", seed).isEqualTo(real);

      TagValue whole = new TagValue.Int((short) random.nextInt());
      assertThat(TagWords.with(new TagValue.Int((short) 0), 0, TagWords.word(whole, 0)))
          .as("seed %d", seed)
          .isEqualTo(whole);
    }
  }
}
