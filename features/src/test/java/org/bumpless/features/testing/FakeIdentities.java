package org.bumpless.features.testing;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Identities;

/** Hands out identities that all carry the same certificate, and remembers what each stands for. */
final class FakeIdentities implements Identities {
  private final NanoClock clock;
  private final X509Certificate certificate;
  private final PrivateKey key;
  private final IdentityHashMap<Identity, Window> windows = new IdentityHashMap<>();

  private record Window(Instant begin, Instant end) {}

  FakeIdentities(NanoClock clock) {
    this.clock = clock;
    try (InputStream in = FakeIdentities.class.getResourceAsStream("any.crt")) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
    } catch (java.io.IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is of the plant CA and valid now. */
  boolean good(Identity identity) {
    Window window = windows.get(identity);
    Instant now = clock.instant();
    return window != null && !now.isBefore(window.begin()) && now.isBefore(window.end());
  }

  @Override
  public String spiffeId(String person) {
    return "spiffe://tank-farm/person/" + person.toLowerCase(Locale.ROOT);
  }

  @Override
  public Identity person(String person, Instant notBefore, Instant notAfter) {
    return keep(spiffeId(person), new Window(notBefore, notAfter));
  }

  @Override
  public Identity foreign(String person) {
    return new Identity(spiffeId(person), key, List.of(certificate));
  }

  @Override
  public Identity asset(String asset) {
    Instant now = clock.instant();
    return keep(
        "spiffe://tank-farm/asset/" + asset, new Window(now, now.plus(Duration.ofHours(1))));
  }

  private Identity keep(String spiffeId, Window window) {
    Identity identity = new Identity(spiffeId, key, List.of(certificate));
    windows.put(identity, window);
    return identity;
  }
}
