package org.bumpless.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bumpless.scenario.process.Suffered;
import org.bumpless.scenario.process.Suffered.Amount;
import org.junit.jupiter.api.Test;

class SufferedWordsTest {
  @Test
  void aProcessThatWasWellIsSilent() {
    assertThat(SufferedWords.of(Suffered.NOTHING)).isEmpty();
  }

  @Test
  void saysWhatHappenedTheWorstFirst() {
    Suffered suffered =
        new Suffered(
            List.of(new Amount("R-1.level", "s", 3.5)),
            Optional.of(new Amount("R-1.pressure", "kPa", -12.5)),
            List.of(new Amount("R-1.pressure", "", 2), new Amount("R-1.level", "", 1)),
            List.of(new Amount("R-1.productLost", "kmol", 41.25)));

    assertThat(SufferedWords.of(suffered))
        .containsExactly(
            "R-1.pressure tripped the process 2 times",
            "R-1.level tripped the process once",
            "R-1.productLost: 41.3 kmol lost",
            "R-1.level outside its normal band for 3.5 s",
            "R-1.pressure went beyond its trip limit by 12.5 kPa");
  }

  @Test
  void saysHowNearATripWas() {
    Suffered near =
        new Suffered(
            List.of(), Optional.of(new Amount("B-1.level", "mm", 17.04)), List.of(), List.of());

    assertThat(SufferedWords.of(near))
        .containsExactly("nearest to a trip: B-1.level, 17.0 mm short of it");
  }
}
