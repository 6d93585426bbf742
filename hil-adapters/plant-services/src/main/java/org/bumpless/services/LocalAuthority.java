package org.bumpless.services;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.jspecify.annotations.Nullable;

/** A certificate authority of one root, for the length of one run. */
final class LocalAuthority implements CertificateAuthority {
  /**
   * Room on both sides, so that leaves that are long expired or far from valid have a valid root.
   */
  private static final Duration ROOT_REACH = Duration.ofDays(3650);

  private static final int TLS_USAGE = KeyUsage.digitalSignature;

  /** What an OPC UA application instance certificate must be good for (OPC UA Part 6, 6.2.2). */
  private static final int OPC_UA_USAGE =
      KeyUsage.digitalSignature
          | KeyUsage.nonRepudiation
          | KeyUsage.keyEncipherment
          | KeyUsage.dataEncipherment;

  private final TrustDomain domain;
  private final Instant now;
  private final RsaKeys rootKeys;
  private final RsaKeys leafKeys;
  private @Nullable Root root;

  /**
   * Begins to make keys; the first use waits for them.
   *
   * @param now middle of the root's validity
   * @param rsaLeafKeys how many RSA keys the leaves with an application URI share
   */
  LocalAuthority(TrustDomain domain, Instant now, int rsaLeafKeys, Executor background) {
    this.domain = domain;
    this.now = now;
    rootKeys = new RsaKeys(1, background);
    leafKeys = new RsaKeys(rsaLeafKeys, background);
  }

  @Override
  public TrustBundle trust() {
    return new TrustBundle(List.of(root().certificate()));
  }

  @Override
  public Identity issue(SvidRequest request) {
    boolean opcUa = !request.applicationUri().isEmpty();
    String spiffeId = domain.member(request.path());
    CertificateForm form =
        new CertificateForm(
            authorityName(),
            name(request.commonName()),
            alternativeNames(spiffeId, request),
            request.notBefore(),
            request.notAfter());
    KeyPair keys = opcUa ? leafKeys.next() : ellipticKeys();
    X509Certificate leaf =
        form.leaf(
            keys.getPublic(), opcUa ? OPC_UA_USAGE : TLS_USAGE, request.role(), root().keys());
    return new Identity(
        spiffeId,
        keys.getPrivate(),
        List.of(leaf, root().certificate()),
        keys.getPublic() instanceof ECPublicKey key
            ? Optional.of(
                new SshForm(spiffeId, request.path(), request.notBefore(), request.notAfter())
                    .signed(key, root().keys()))
            : Optional.empty());
  }

  /**
   * The application URI stands first: OPC UA stacks compare the first URI they find. If it is the
   * SPIFFE id itself there is one URI only, as a strict X509-SVID has it.
   */
  private static List<GeneralName> alternativeNames(String spiffeId, SvidRequest request) {
    List<GeneralName> names = new ArrayList<>();
    if (!request.applicationUri().isEmpty() && !request.applicationUri().equals(spiffeId)) {
      names.add(new GeneralName(GeneralName.uniformResourceIdentifier, request.applicationUri()));
    }
    names.add(new GeneralName(GeneralName.uniformResourceIdentifier, spiffeId));
    for (InetAddress address : request.addresses()) {
      names.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
    }
    return names;
  }

  private synchronized Root root() {
    Root made = root;
    if (made == null) {
      KeyPair keys = rootKeys.next();
      CertificateForm form =
          new CertificateForm(
              authorityName(),
              authorityName(),
              List.of(new GeneralName(GeneralName.uniformResourceIdentifier, domain.id())),
              now.minus(ROOT_REACH),
              now.plus(ROOT_REACH));
      made = new Root(keys, form.selfSigned(keys));
      root = made;
    }
    return made;
  }

  private X500Name authorityName() {
    return name(domain.name() + " plant CA");
  }

  private X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, domain.name())
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static KeyPair ellipticKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK makes no P-256 keys", e);
    }
  }

  /** The root's keys and its certificate. */
  private record Root(KeyPair keys, X509Certificate certificate) {}
}
