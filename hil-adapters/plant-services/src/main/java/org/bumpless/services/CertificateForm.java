package org.bumpless.services;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bumpless.plant.identity.Role;

/**
 * The blank certificate that the plant CA fills in (RFC 5280, SPIFFE X509-SVID 1.0).
 *
 * @param alternativeNames subject alternative names, in order
 * @param notBefore start of validity; fractions of a second are dropped
 * @param notAfter end of validity, inclusive; fractions of a second are dropped
 */
record CertificateForm(
    X500Name issuer,
    X500Name subject,
    List<GeneralName> alternativeNames,
    Instant notBefore,
    Instant notAfter) {
  private static final String SIGNATURE = "SHA256withRSA";
  private static final int SERIAL_BITS = 127;
  private static final ASN1ObjectIdentifier ROLE = new ASN1ObjectIdentifier(Role.OID);

  CertificateForm {
    alternativeNames = List.copyOf(alternativeNames);
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "validity of %s ends at %s, before its start at %s: expected an end after the start",
              subject,
              notAfter,
              notBefore));
    }
  }

  /** A root that signs itself. */
  X509Certificate selfSigned(KeyPair keys) {
    return filled(
        keys.getPublic(),
        keys,
        (form, extensions) -> {
          form.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
          form.addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
  }

  /**
   * A leaf that serves as TLS client and server, or as OPC UA application instance.
   *
   * @param usage bits of {@link KeyUsage}
   */
  X509Certificate leaf(PublicKey key, int usage, Optional<Role> role, KeyPair authority) {
    return filled(
        key,
        authority,
        (form, extensions) -> {
          form.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          form.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
          form.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth
                  }));
          form.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(authority.getPublic()));
          if (role.isPresent()) {
            form.addExtension(ROLE, false, new DERUTF8String(role.get().text()));
          }
        });
  }

  private X509Certificate filled(PublicKey key, KeyPair authority, Purpose purpose) {
    try {
      X509v3CertificateBuilder form =
          new JcaX509v3CertificateBuilder(
              issuer, serial(), whole(notBefore), whole(notAfter), subject, key);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      purpose.fill(form, extensions);
      form.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
      form.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(alternativeNames.toArray(GeneralName[]::new)));
      return signed(form, authority.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make a certificate for " + subject, e);
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder form, PrivateKey key)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    byte[] der = form.build(new JcaContentSignerBuilder(SIGNATURE).build(key)).getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
  }

  private static Date whole(Instant instant) {
    return Date.from(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /** What sets the extensions that differ between a root and a leaf. */
  private interface Purpose {
    void fill(X509v3CertificateBuilder form, JcaX509ExtensionUtils extensions)
        throws IOException, GeneralSecurityException;
  }
}
