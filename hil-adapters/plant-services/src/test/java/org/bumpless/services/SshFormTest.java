package org.bumpless.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.bumpless.plant.identity.SshKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshFormTest {
  private static final String TYPE = "ecdsa-sha2-nistp256-cert-v01@openssh.com";
  private static final Instant BEGIN = Instant.parse("2026-03-01T06:00:00Z");
  private static final SshForm FORM =
      new SshForm("spiffe://plant/person/anna", "person/anna", BEGIN, BEGIN.plusSeconds(3600));

  private KeyPair authority;
  private ECPublicKey holder;

  @BeforeAll
  void makeKeys() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    authority = rsa.generateKeyPair();
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    ec.initialize(new ECGenParameterSpec("secp256r1"));
    holder = (ECPublicKey) ec.generateKeyPair().getPublic();
  }

  @Test
  void theAuthorityHasSignedAllThatStandsBeforeItsSignature() throws Exception {
    ByteBuffer user = ByteBuffer.wrap(blob(FORM.signed(holder, authority).user()));
    int length = user.remaining();
    assertThat(text(user)).isEqualTo(TYPE);
    assertThat(bytes(user)).as("nonce").hasSize(32);
    assertThat(text(user)).isEqualTo("nistp256");
    assertThat(bytes(user)).isEqualTo(SshKeys.point(holder));
    user.getLong(); // serial number
    assertThat(user.getInt()).as("user certificate").isEqualTo(1);
    assertThat(text(user)).isEqualTo("spiffe://plant/person/anna");
    ByteBuffer principals = ByteBuffer.wrap(bytes(user));
    assertThat(text(principals)).isEqualTo("person/anna");
    assertThat(text(principals)).isEqualTo("person");
    assertThat(principals.hasRemaining()).isFalse();
    assertThat(user.getLong()).isEqualTo(BEGIN.getEpochSecond());
    assertThat(user.getLong()).isEqualTo(BEGIN.getEpochSecond() + 3600);
    assertThat(text(user)).as("critical options").isEmpty();
    assertThat(bytes(user)).as("extensions").isNotEmpty();
    assertThat(text(user)).as("reserved").isEmpty();
    assertThat(bytes(user)).isEqualTo(SshKeys.blob(authority.getPublic()));
    byte[] signed = Arrays.copyOf(user.array(), length - user.remaining());
    ByteBuffer signature = ByteBuffer.wrap(bytes(user));
    assertThat(text(signature)).isEqualTo("rsa-sha2-512");
    assertThat(isSigned(authority.getPublic(), signed, bytes(signature))).isTrue();
    assertThat(user.hasRemaining()).isFalse();
  }

  @Test
  void theHostCertificateIsForItsPathAndLetsNobodyForward() {
    ByteBuffer host = ByteBuffer.wrap(blob(FORM.signed(holder, authority).host()));
    for (int field = 0; field < 4; field++) {
      bytes(host);
    }
    host.getLong();
    assertThat(host.getInt()).as("host certificate").isEqualTo(2);
    bytes(host); // key id
    ByteBuffer principals = ByteBuffer.wrap(bytes(host));
    assertThat(text(principals)).isEqualTo("person/anna");
    assertThat(principals.hasRemaining()).isFalse();
    host.getLong();
    host.getLong();
    bytes(host); // critical options
    assertThat(bytes(host)).as("extensions").isEmpty();
  }

  private static boolean isSigned(PublicKey key, byte[] what, byte[] by) throws Exception {
    Signature signature = Signature.getInstance("SHA512withRSA");
    signature.initVerify(key);
    signature.update(what);
    return signature.verify(by);
  }

  private static byte[] blob(String line) {
    assertThat(line).startsWith(TYPE + " ");
    return Base64.getDecoder().decode(line.split(" ", -1)[1]);
  }

  private static String text(ByteBuffer from) {
    return new String(bytes(from), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer from) {
    byte[] bytes = new byte[from.getInt()];
    from.get(bytes);
    return bytes;
  }
}
