package org.bumpless.adapter.pep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
  @TempDir Path folder;

  @Test
  void chainAndAuthoritiesReadBackAsTheyWere() throws Exception {
    PemFiles.write(folder, identity(newKey()), trust());

    assertThat(certificatesOf(PemFiles.CHAIN)).containsExactly(certificate(), certificate());
    assertThat(certificatesOf(PemFiles.AUTHORITIES)).containsExactly(certificate());
  }

  @Test
  void keyReadsBackFromItsOwnFileAndFromTheJointOne() throws Exception {
    PrivateKey key = newKey();
    PemFiles.write(folder, identity(key), trust());

    assertThat(keyOf(PemFiles.KEY)).isEqualTo(key);
    assertThat(keyOf(PemFiles.CHAIN_AND_KEY)).isEqualTo(key);
    assertThat(text(PemFiles.CHAIN_AND_KEY))
        .isEqualTo(text(PemFiles.CHAIN) + text(PemFiles.KEY))
        .startsWith("-----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void theJointFileIsReadAsBoth() throws Exception {
    PrivateKey key = newKey();
    PemFiles.write(folder, identity(key), trust());

    String joint = text(PemFiles.CHAIN_AND_KEY);
    assertThat(PemTexts.certificates(joint)).containsExactly(certificate(), certificate());
    assertThat(PemTexts.key(joint, key.getAlgorithm())).isEqualTo(key);
  }

  @Test
  void linesAreShortAndEndInAPlainNewline() throws Exception {
    PemFiles.write(folder, identity(newKey()), trust());

    assertThat(text(PemFiles.CHAIN)).doesNotContain("\r").endsWith("-----\n");
    assertThat(text(PemFiles.CHAIN).lines()).allMatch(line -> line.length() <= 64);
  }

  @Test
  void onlyTheOwnerReadsTheKeys() throws Exception {
    PemFiles.write(folder, identity(newKey()), trust());

    assertThat(mode(PemFiles.KEY)).isEqualTo("rw-------");
    assertThat(mode(PemFiles.CHAIN_AND_KEY)).isEqualTo("rw-------");
    assertThat(mode(PemFiles.CHAIN)).isEqualTo("rw-r--r--");
    assertThat(mode(PemFiles.AUTHORITIES)).isEqualTo("rw-r--r--");
  }

  @Test
  void aRenewedIdentityReplacesTheFilesAndLeavesNothingBeside() throws Exception {
    PemFiles.write(folder, identity(newKey()), trust());
    PrivateKey renewed = newKey();
    PemFiles.write(folder, identity(renewed), trust());

    assertThat(keyOf(PemFiles.KEY)).isEqualTo(renewed);
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              PemFiles.CHAIN, PemFiles.KEY, PemFiles.CHAIN_AND_KEY, PemFiles.AUTHORITIES);
    }
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> PemFiles.write(missing, identity(newKey()), trust()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aKeyThatCannotBeWrittenDownIsRefused() {
    PrivateKey locked =
        new PrivateKey() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getAlgorithm() {
            return "EC";
          }

          @Override
          public String getFormat() {
            return "token";
          }

          @Override
          public byte[] getEncoded() {
            return new byte[0];
          }
        };

    assertThatThrownBy(() -> PemFiles.write(folder, identity(locked), trust()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected PKCS#8");
  }

  private static PrivateKey newKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    return pair.getPrivate();
  }

  private static Identity identity(PrivateKey key) throws Exception {
    return new Identity("spiffe://test/product", key, List.of(certificate(), certificate()));
  }

  private static TrustBundle trust() throws Exception {
    return new TrustBundle(List.of(certificate()));
  }

  private static X509Certificate certificate() throws Exception {
    try (InputStream in = PemFilesTest.class.getResourceAsStream("any.crt")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private List<Certificate> certificatesOf(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    return List.copyOf(
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes)));
  }

  private PrivateKey keyOf(String name) throws Exception {
    String body =
        text(name)
            .replaceFirst("(?s).*-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "");
    byte[] der = Base64.getMimeDecoder().decode(body);
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
