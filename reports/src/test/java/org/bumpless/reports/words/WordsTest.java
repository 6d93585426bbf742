package org.bumpless.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.timing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.00 ms",
    "34_260, 34.3 us",
    "342_000, 0.34 ms",
    "12_345_678, 12.3 ms",
    "814_350_000, 814 ms",
    "-7_089, -7.1 us",
    "5_994_558_305, 5.99 s",
    "36_000_000_000, 36.0 s"
  })
  void aTimeHasThreeDigits(String nanos, String said) {
    assertThat(Figures.time(Long.parseLong(nanos.replace("_", "")))).isEqualTo(said);
  }

  @Test
  void whatNeverCameHasNoFigure() {
    assertThat(Figures.time(Samples.LOST)).isEqualTo("no answer");
    assertThat(Figures.time(-Samples.LOST)).isEqualTo("no bound");
    assertThat(Figures.range(900_000, Samples.LOST)).isEqualTo("0.90 ms to no answer");
    assertThat(Figures.range(900_000, 5_000_000)).isEqualTo("0.90 to 5.00 ms");
    assertThat(Figures.range(900_000_000, 5_000_000_000L)).isEqualTo("900 ms to 5.00 s");
  }

  @Test
  void aLengthIsSaidAsByAClock() {
    assertThat(Figures.length(Duration.ofMillis(36_400))).isEqualTo("36 s");
    assertThat(Figures.length(Duration.ofSeconds(121))).isEqualTo("2 min 1 s");
  }

  @Test
  void aReasonIsSaidOnce() {
    assertThat(
            Reasons.condensed(
                List.of(
                    "SP changed to 8", "SP changed to 85", "SP changed to 8: by Ben", "x", "x")))
        .containsExactly("SP changed to 85", "SP changed to 8: by Ben", "x");
  }

  @Test
  void theHeadlineSaysWhatTheVerdictMeans() {
    assertThat(Headline.of(SampleRuns.full()))
        .isEqualTo(
            "Do not switch this product into the plant as it is: 1 of 2 attacks got through or"
                + " disturbed the plant and 1 of 2 timing checks is beyond its budget.");
    assertThat(Headline.of(SampleRuns.passed()))
        .isEqualTo(
            "The product can be switched into this plant: every attack was stopped (1) and all"
                + " legitimate work went through (1).");
    assertThat(Headline.of(SampleRuns.passedInPart()))
        .endsWith(
            " legitimate work went through (1). It does not claim to do what 1 of the 2"
                + " requirements ask: something else has to meet them.");
    assertThat(Headline.of(SampleRuns.passedAsFarAsItWent()))
        .isEqualTo(
            "Nothing in this run speaks against the product: every attack was stopped (1) and all"
                + " legitimate work went through (1). But it did not try 1 requirement of profile"
                + " standard: that the product can be switched into this plant is not shown.");
    assertThat(Headline.of(SampleRuns.empty()))
        .isEqualTo("This run settles nothing: no scenario was judged.");
  }
}
