package org.bumpless.runner.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CargoTest {
  private static final String MARK = "0a1b2c3d4e5f";

  @ParameterizedTest
  @EnumSource(Cargo.class)
  void bearsItsMarkAndIsFoundByItsName(Cargo cargo) {
    assertThat(new String(cargo.bytes(MARK), StandardCharsets.ISO_8859_1)).contains(MARK);
    assertThat(Cargo.of(cargo.words())).isSameAs(cargo);
    assertThat(Cargo.languages()).contains(cargo.words());
  }

  @Test
  void theFramesAreAsLongAsTheySay() {
    byte[] modbus = Cargo.MODBUS_FUNCTION_100.bytes(MARK);
    assertThat(ByteBuffer.wrap(modbus).getShort(4)).isEqualTo((short) (modbus.length - 6));
    byte[] iso = Cargo.ISO_ON_TCP.bytes(MARK);
    assertThat(ByteBuffer.wrap(iso).getShort(2)).isEqualTo((short) iso.length);
    assertThat(iso[4]).as("header length").isEqualTo((byte) (iso.length - 5));
  }

  @Test
  void whatNobodySpeaksIsRefused() {
    assertThatThrownBy(() -> Cargo.of("a tune")).hasMessageContaining("a tune");
  }
}
