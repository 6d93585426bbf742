package org.bumpless.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  /** The key of RFC 8410, 10.3, whose public half is in 10.1 there. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;

  @Test
  void bothHalvesOfTheLabsKeyAreKnown() throws IOException {
    SigningKey key = SigningKey.ofLab(file("some words before\n" + PRIVATE));

    assertThat(key.origin()).isEqualTo(SigningKey.Origin.LAB);
    assertThat(Pem.write("PUBLIC KEY", key.open().getEncoded())).isEqualTo(PUBLIC);
  }

  @Test
  void signsAsTheStandardSays() throws IOException {
    // RFC 8032, 7.1, test 2
    byte[] secret =
        HexFormat.of()
            .parseHex(
                "302e020100300506032b6570042204204ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    SigningKey key = SigningKey.ofLab(file(Pem.write("PRIVATE KEY", secret)));

    assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTu\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4C\n-----END ENCRYPTED PRIVATE KEY-----\n"
      })
  void whatIsNoKeyIsRefusedWithTheFilesName(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> SigningKey.ofLab(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": found ")
        .hasMessageContaining("openssl genpkey -algorithm ed25519");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws IOException, NoSuchAlgorithmException {
    byte[] elliptic =
        KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    Path file = file(Pem.write("PRIVATE KEY", elliptic));

    assertThatThrownBy(() -> SigningKey.ofLab(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": found another key");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("lab.pem");

    assertThatThrownBy(() -> SigningKey.ofLab(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": cannot be read");
  }

  @Test
  void everyRunGetsAKeyOfItsOwn() {
    assertThat(SigningKey.madeForThisRun().open()).isNotEqualTo(SigningKey.madeForThisRun().open());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("key.pem"), text);
  }
}
