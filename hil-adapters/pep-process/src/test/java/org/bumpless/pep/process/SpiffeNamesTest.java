package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plant.model.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpiffeNamesTest {
  @Test
  void theTrustDomainIsThatOfTheProduct() {
    SpiffeNames names = SpiffeNames.of("spiffe://tank-farm/asset/pep");

    assertThat(names.asset(new AssetId("AGG-1"))).isEqualTo("spiffe://tank-farm/asset/AGG-1");
    assertThat(names.personPrefix()).isEqualTo("spiffe://tank-farm/person/");
    assertThat(SpiffeNames.of("spiffe://tank-farm").trustDomain()).isEqualTo("tank-farm");
  }

  @Test
  void hexIsUpperCaseUtf8() {
    assertThat(SpiffeNames.hex("zä/")).isEqualTo("7AC3A42F");
  }

  @ParameterizedTest
  @CsvSource({"1, 8601", "127, 867F", "128, 868180", "255, 8681FF", "256, 86820100"})
  void tagAndLengthStandBeforeTheName(int length, String expected) {
    assertThat(SpiffeNames.alternativeNameHex("x".repeat(length)))
        .isEqualTo(expected + "78".repeat(length));
  }

  @Test
  void noLongerNameContainsAShorterOne() {
    assertThat(SpiffeNames.alternativeNameHex("spiffe://t/asset/AGG-10"))
        .doesNotContain(SpiffeNames.alternativeNameHex("spiffe://t/asset/AGG-1"));
  }
}
