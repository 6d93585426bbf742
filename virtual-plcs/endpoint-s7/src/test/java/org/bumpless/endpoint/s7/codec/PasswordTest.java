package org.bumpless.endpoint.s7.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  @Test
  void isMixedAsWorkedOutByHand() {
    assertThat(HexFormat.of().formatHex(Password.encode("abc"))).isEqualTo("3437024277370242");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "plant-s7", "much longer than eight"})
  void comesBackAsItsFirstEightCharacters(String password) {
    String back = Password.decode(Password.encode(password));

    assertThat(back)
        .isEqualTo(password.substring(0, Math.min(8, password.length())).stripTrailing());
    assertThat(Password.same(back, password)).isTrue();
    assertThat(Password.same(back + "x", "x")).isEqualTo(back.isEmpty());
  }
}
