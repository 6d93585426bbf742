package org.bumpless.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it is late: more samples would settle it|it is late|more samples",
        "a (b: c), 2 ms: a quieter host would settle it|a (b: c), 2 ms|a quieter host",
        "no rate: a lower rate would settle p99.9|no rate|a lower rate",
        "cut short; another run would settle it|cut short|another run",
        "a tag has changed: Anna did it|a tag has changed: Anna did it|''",
        "nobody would settle it|nobody would settle it|''",
      })
  void aReasonIsTakenApartAtItsRemedy(String reason, String why, String remedy) {
    assertThat(Cause.of(reason)).isEqualTo(new Cause(why, remedy));
  }
}
