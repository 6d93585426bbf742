package org.bumpless.endpoint.modbus;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.identity.TrustBundle;

/**
 * One certificate authority and what it has issued.
 *
 * @param client one without a role
 * @param expired a client's certificate that ended an hour ago
 * @param issuer makes further ones
 */
public record TestIdentities(
    TrustBundle trust, Identity server, Identity client, Identity expired, Issuer issuer) {
  private static final Duration HOUR = Duration.ofHours(1);

  /** A new authority; another name makes it one that nobody asks for. */
  public static TestIdentities create(String ca) {
    try {
      KeyPair key = key();
      X509Certificate root = issue(ca, key, ca, key, true, HOUR, Optional.empty());
      return new TestIdentities(
          new TrustBundle(List.of(root)),
          leaf("server", ca, key, HOUR, Optional.empty()),
          leaf("client", ca, key, HOUR, Optional.empty()),
          leaf("expired", ca, key, HOUR.negated(), Optional.of(Role.ENGINEER)),
          new Issuer(ca, key));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client's certificate with a role, or without. */
  public Identity with(Optional<Role> role) {
    try {
      return leaf("client", issuer.name(), issuer.key(), HOUR, role);
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An authority's name and key. */
  public record Issuer(String name, KeyPair key) {}

  private static Identity leaf(
      String name, String ca, KeyPair authority, Duration validFor, Optional<Role> role)
      throws GeneralSecurityException, CertIOException, OperatorCreationException {
    KeyPair key = key();
    X509Certificate certificate = issue(name, key, ca, authority, false, validFor, role);
    return new Identity("spiffe://plant/" + name, key.getPrivate(), List.of(certificate));
  }

  private static X509Certificate issue(
      String name,
      KeyPair key,
      String issuer,
      KeyPair authority,
      boolean ca,
      Duration validFor,
      Optional<Role> role)
      throws GeneralSecurityException, CertIOException, OperatorCreationException {
    Instant now = TestServer.CLOCK.instant();
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + issuer),
            BigInteger.valueOf(now.toEpochMilli() + name.hashCode()),
            Date.from(now.minus(HOUR.multipliedBy(2))),
            Date.from(now.plus(validFor)),
            new X500Name("CN=" + name),
            key.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
    if (role.isPresent()) {
      builder.addExtension(
          new ASN1ObjectIdentifier(Role.OID), false, new DERUTF8String(role.get().text()));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
  }

  private static KeyPair key() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
