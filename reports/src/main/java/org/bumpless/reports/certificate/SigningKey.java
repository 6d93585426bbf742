package org.bumpless.reports.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * An Ed25519 key pair that certificates are signed with.
 *
 * @param origin where it comes from
 */
public record SigningKey(PrivateKey secret, PublicKey open, Origin origin) {
  static final String ALGORITHM = "Ed25519";
  private static final String LABEL = "PRIVATE KEY";
  private static final String REMEDY =
      "expected an Ed25519 private key, unencrypted PKCS#8 in PEM, as \"openssl genpkey -algorithm ed25519\" makes it";

  /** Where a key comes from, and so what its signature tells. */
  public enum Origin {
    LAB("the key of the lab that issued the certificate"),
    MADE_FOR_THIS_RUN(
        "a key that was made for this run and not kept: the signature shows that nothing was changed"
            + " since, and not who issued the certificate");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    /** What the signature tells, for people. */
    public String words() {
      return words;
    }
  }

  /** A key for one run. */
  public static SigningKey madeForThisRun() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic(), Origin.MADE_FOR_THIS_RUN);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /**
   * The lab's key.
   *
   * @throws IOException if the file cannot be read or is no such key; the message names it and says
   *     what is expected
   */
  public static SigningKey ofLab(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be read (" + e + "); " + REMEDY, e);
    }
    byte[] der =
        Pem.read(LABEL, text)
            .orElseThrow(
                () -> new IOException(file + ": found no block \"" + LABEL + "\"; " + REMEDY));
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
      return new SigningKey(secret, open(secret), Origin.LAB);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + ": found another key (" + e.getMessage() + "); " + REMEDY, e);
    }
  }

  /**
   * The JDK reads only the secret half from PKCS#8. It makes both halves from 32 random bytes, and
   * the secret half is these bytes (RFC 8032, 5.1.5): so they are handed to it again.
   */
  private static PublicKey open(PrivateKey secret) throws GeneralSecurityException {
    byte[] seed =
        ((EdECPrivateKey) secret)
            .getBytes()
            .orElseThrow(() -> new InvalidKeyException("the key does not show its bytes"));
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(NamedParameterSpec.ED25519, new Again(seed));
    KeyPair pair = generator.generateKeyPair();
    if (!pair.getPrivate().equals(secret)) {
      throw new InvalidKeyException("the public half cannot be worked out");
    }
    return pair.getPublic();
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key does not sign", e);
    }
  }

  /** Hands out bytes that were random once. */
  private static final class Again extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Again(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      System.arraycopy(bytes, 0, wanted, 0, Math.min(bytes.length, wanted.length));
    }
  }
}
