package org.bumpless.plant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The truth table of each form of voting: each sensor is calm (c), demands (d) or has failed (f).
 */
class VotingTest {
  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "1oo1, c, false",
    "1oo1, d, true",
    "1oo1, f, true",
    "1oo2, cc, false",
    "1oo2, cd, true",
    "1oo2, dd, true",
    "1oo2, cf, false",
    "1oo2, df, true",
    "1oo2, ff, true",
    "2oo2, cc, false",
    "2oo2, cd, false",
    "2oo2, dd, true",
    "2oo2, cf, false",
    "2oo2, df, true",
    "2oo2, ff, true",
    "2oo3, ccc, false",
    "2oo3, ccd, false",
    "2oo3, cdd, true",
    "2oo3, ddd, true",
    "2oo3, ccf, false",
    "2oo3, cdf, true",
    "2oo3, ddf, true",
    "2oo3, cff, false",
    "2oo3, dff, true",
    "2oo3, fff, true"
  })
  void tripsAsItsTableSays(String voting, String sensors, boolean trips) {
    int demanding = (int) sensors.chars().filter(c -> c == 'd').count();
    int failed = (int) sensors.chars().filter(c -> c == 'f').count();
    Voting of =
        Arrays.stream(Voting.values())
            .filter(v -> v.label().equals(voting))
            .findFirst()
            .orElseThrow();
    assertThat(of.sensors()).isEqualTo(sensors.length());
    assertThat(of.trips(demanding, failed)).isEqualTo(trips);
  }

  @Test
  void thereAreFourForms() {
    assertThat(Voting.values())
        .extracting(Voting::label)
        .containsExactly("1oo1", "1oo2", "2oo2", "2oo3");
  }
}
