package org.bumpless.endpoint.opcua.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of a test: issues what the plant's CA issues, and what it never would.
 */
public final class TestCa {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private final List<X509Certificate> chain;

  /** All leaves share it: RSA keys take long, and no test tells two identities by their keys. */
  private final KeyPair leafKeys = rsa(2048);

  private TestCa(
      X500Name name, KeyPair keys, X509Certificate certificate, List<X509Certificate> chain) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
    this.chain = chain;
  }

  public static TestCa root(String commonName) {
    X500Name name = new X500Name("CN=" + commonName);
    KeyPair keys = rsa(2048);
    X509Certificate own =
        sign(name, keys.getPrivate(), name, keys.getPublic(), window(Instant.now()), true, null, 0);
    return new TestCa(name, keys, own, List.of());
  }

  /** An authority below this one. */
  public TestCa intermediate(String commonName) {
    X500Name below = new X500Name("CN=" + commonName);
    KeyPair belowKeys = rsa(2048);
    X509Certificate own =
        sign(
            name,
            keys.getPrivate(),
            below,
            belowKeys.getPublic(),
            window(Instant.now()),
            true,
            null,
            0);
    return new TestCa(below, belowKeys, own, List.of(own));
  }

  public TrustBundle trust() {
    return new TrustBundle(List.of(certificate));
  }

  /** An identity as the plant's CA gives it. */
  public Identity issue(String uri) {
    return issue(uri, leafKeys, window(Instant.now()), KeyUsage.digitalSignature);
  }

  public Identity expired(String uri) {
    Instant ended = Instant.now().minus(Duration.ofSeconds(2));
    return issue(
        uri,
        leafKeys,
        new Window(ended.minus(Duration.ofHours(1)), ended),
        KeyUsage.digitalSignature);
  }

  public Identity forEncryptionOnly(String uri) {
    return issue(uri, leafKeys, window(Instant.now()), KeyUsage.keyEncipherment);
  }

  public Identity withEllipticKey(String uri) {
    return issue(uri, generated("EC", 256), window(Instant.now()), KeyUsage.digitalSignature);
  }

  private Identity issue(String uri, KeyPair own, Window window, int usage) {
    X509Certificate leaf =
        sign(
            name,
            keys.getPrivate(),
            new X500Name("O=plant,CN=" + uri.substring(uri.lastIndexOf('/') + 1)),
            own.getPublic(),
            window,
            false,
            uri,
            usage);
    return new Identity(
        uri, own.getPrivate(), Stream.concat(Stream.of(leaf), chain.stream()).toList());
  }

  private record Window(Instant from, Instant to) {}

  private static Window window(Instant now) {
    return new Window(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)));
  }

  private static KeyPair rsa(int bits) {
    return generated("RSA", bits);
  }

  private static KeyPair generated(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate sign(
      X500Name issuer,
      PrivateKey issuerKey,
      X500Name subject,
      PublicKey subjectKey,
      Window window,
      boolean authority,
      @Nullable String uri,
      int usage) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(window.from),
              Date.from(window.to),
              subject,
              subjectKey);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : usage));
      if (!authority) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
      }
      if (uri != null) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey)));
    } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
