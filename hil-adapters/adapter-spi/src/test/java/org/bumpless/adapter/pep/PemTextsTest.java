package org.bumpless.adapter.pep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PemTextsTest {
  @Test
  void aTextWithoutACertificateIsNone() {
    assertThatThrownBy(() -> PemTexts.certificates("nothing"))
        .isInstanceOf(IOException.class)
        .hasMessage("no certificate: expected PEM");
    assertThatThrownBy(
            () ->
                PemTexts.certificates(
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a certificate that cannot be read");
  }

  @Test
  void aTextWithoutAKeyOrWithABrokenOneIsNone() {
    assertThatThrownBy(() -> PemTexts.key("-----BEGIN EC PRIVATE KEY-----\n", "EC"))
        .isInstanceOf(IOException.class)
        .hasMessage("no key: expected PKCS #8 in PEM");
    assertThatThrownBy(
            () ->
                PemTexts.key("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "EC"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a key that cannot be read");
  }
}
