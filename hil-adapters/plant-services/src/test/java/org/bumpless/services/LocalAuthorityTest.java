package org.bumpless.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.CertificateAuthority.SvidRequest;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class LocalAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final ExecutorService background = Executors.newFixedThreadPool(2);
  private final TrustDomain domain = new TrustDomain("tank-farm");
  private CertificateAuthority authority;
  private CertificateAuthority lookAlike;

  @BeforeAll
  void open() {
    authority = new LocalAuthority(domain, NOW, 4, background);
    lookAlike = new LocalAuthority(domain, NOW, 0, background);
  }

  @AfterAll
  void close() {
    background.close();
  }

  @Test
  void aLeafIsAnSvidThatThePlantBelieves() throws Exception {
    Identity anna = authority.issue(person(NOW, NOW.plus(HOUR)));

    assertThat(anna.spiffeId()).isEqualTo("spiffe://tank-farm/person/anna");
    assertThat(uris(anna.leaf())).containsExactly("spiffe://tank-farm/person/anna");
    assertThat(anna.leaf().getSubjectX500Principal().getName()).contains("CN=Anna\\, engineer");
    assertThat(anna.leaf().getPublicKey()).isInstanceOf(ECPublicKey.class);
    assertThat(anna.leaf().getBasicConstraints()).isEqualTo(-1);
    assertThat(usage(anna.leaf())).containsExactly(0);
    assertThat(anna.leaf().getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1")
        .doesNotContain(ANY_PURPOSE);
    validate(anna, authority, NOW);
  }

  @Test
  void keyAndCertificateBelongTogether() throws Exception {
    Identity anna = authority.issue(person(NOW, NOW.plus(HOUR)));
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(anna.key());
    byte[] signed = signer.sign();

    signer.initVerify(anna.leaf());
    assertThat(signer.verify(signed)).isTrue();
  }

  @Test
  void validityIsAsAskedToTheSecond() throws Exception {
    Identity anna = authority.issue(person(NOW.plusMillis(900), NOW.plusSeconds(60)));

    assertThat(anna.leaf().getNotBefore().toInstant()).isEqualTo(NOW);
    assertThat(anna.leaf().getNotAfter().toInstant()).isEqualTo(NOW.plusSeconds(60));
    validate(anna, authority, NOW);
    validate(anna, authority, NOW.plusSeconds(60));
    assertRefused(anna, authority, NOW.minusSeconds(1), BasicReason.NOT_YET_VALID);
    assertRefused(anna, authority, NOW.plusSeconds(61), BasicReason.EXPIRED);
  }

  @Test
  void certificatesOfThePastAreExpiredNowAndWereValidThen() throws Exception {
    Instant longAgo = NOW.minus(Duration.ofDays(365));
    Identity anna = authority.issue(person(longAgo, longAgo.plus(HOUR)));

    validate(anna, authority, longAgo);
    assertRefused(anna, authority, NOW, BasicReason.EXPIRED);
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    assertThatThrownBy(() -> authority.issue(person(NOW, NOW.minusSeconds(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Anna")
        .hasMessageContaining("expected an end after the start");
  }

  @Test
  void theLookAlikeHasTheSameNameAndIsNotBelieved() throws Exception {
    Identity forged = lookAlike.issue(person(NOW, NOW.plus(HOUR)));
    X509Certificate real = authority.trust().authorities().getFirst();

    assertThat(forged.leaf().getIssuerX500Principal()).isEqualTo(real.getSubjectX500Principal());
    validate(forged, lookAlike, NOW);
    assertRefused(forged, authority, NOW, PKIXReason.NO_TRUST_ANCHOR);
  }

  @Test
  void aLeafCannotSignAsAnAuthority() throws Exception {
    Identity anna = authority.issue(person(NOW, NOW.plus(HOUR)));
    X509Certificate root = authority.trust().authorities().getFirst();

    assertThat(root.getBasicConstraints()).isZero();
    assertThat(usage(root)).containsExactly(5, 6);
    assertThat(usage(anna.leaf())).doesNotContain(5, 6);
  }

  @Test
  void anOpcUaApplicationGetsWhatBasic256Sha256Wants() throws Exception {
    Identity controller = authority.issue(controller("LIC-101"));
    X509Certificate leaf = controller.leaf();

    assertThat(leaf.getPublicKey())
        .isInstanceOfSatisfying(
            RSAPublicKey.class, key -> assertThat(key.getModulus().bitLength()).isEqualTo(2048));
    assertThat(usage(leaf)).containsExactly(0, 1, 2, 3);
    assertThat(uris(leaf))
        .containsExactly("urn:tank-farm:LIC-101", "spiffe://tank-farm/asset/LIC-101");
    assertThat(addresses(leaf)).containsExactly("127.1.1.1", "0:0:0:0:0:0:0:1");
    assertThat(controller.chain())
        .allSatisfy(c -> assertThat(c.getSigAlgName()).isEqualTo("SHA256withRSA"));
    validate(controller, authority, NOW);
  }

  @Test
  void anApplicationUriThatIsTheSpiffeIdStandsOnce() throws Exception {
    Identity station =
        authority.issue(
            new SvidRequest(
                "asset/AGG-1",
                "AGG-1",
                NOW,
                NOW.plus(HOUR),
                List.of(),
                "spiffe://tank-farm/asset/AGG-1"));

    assertThat(uris(station.leaf())).containsExactly("spiffe://tank-farm/asset/AGG-1");
  }

  @Test
  void aRoleStandsWhereModbusSecurityLooksForIt() throws Exception {
    Identity station =
        authority.issue(
            new SvidRequest(
                "asset/HMI-1",
                "HMI-1",
                NOW,
                NOW.plus(HOUR),
                List.of(),
                "",
                Optional.of(Role.OPERATOR)));

    assertThat(Role.of(station.leaf())).contains(Role.OPERATOR);
    assertThat(station.leaf().getExtensionValue("1.3.6.1.4.1.50316.802.1"))
        .endsWith("Operator".getBytes(StandardCharsets.US_ASCII));
    assertThat(Role.of(authority.issue(person(NOW, NOW.plus(HOUR))).leaf())).isEmpty();
    validate(station, authority, NOW);
  }

  @Test
  void controllersShareAFewKeysAndNoCertificate() {
    List<Identity> controllers =
        IntStream.range(0, 21).mapToObj(i -> authority.issue(controller("LIC-" + i))).toList();

    assertThat(controllers.stream().map(i -> i.leaf().getSerialNumber()).distinct()).hasSize(21);
    assertThat(controllers.stream().map(i -> i.leaf().getPublicKey()).distinct()).hasSize(4);
  }

  @Test
  void pathsAndTrustDomainsFollowSpiffe() {
    for (String path : List.of("", "/anna", "anna/", "a//b", "a/../b", ".", "a/.", "a b", "ä")) {
      assertThatThrownBy(() -> domain.member(path))
          .as("path \"%s\"", path)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected segments");
    }
    for (String name : List.of("", "Tank", "tank farm", "a/b", "a:1")) {
      assertThatThrownBy(() -> new TrustDomain(name))
          .as("trust domain \"%s\"", name)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected lower-case letters");
    }
    assertThatCode(() -> domain.member("asset/LIC-101")).doesNotThrowAnyException();
    assertThat(domain.member("a..b/...")).isEqualTo("spiffe://tank-farm/a..b/...");
  }

  /** An independent reader: OpenSSL, where it is installed. */
  @Test
  void opensslBelievesTheFilesThatAProductGets(@TempDir Path folder) throws Exception {
    assumeTrue(hasOpenssl(), "openssl is not installed: apt-get install openssl");
    for (SvidRequest request : List.of(person(NOW, NOW.plus(HOUR)), controller("LIC-101"))) {
      PemFiles.write(folder, authority.issue(request), authority.trust());
      assertThat(openssl(folder, "ca.crt")).as("%s", request).contains("product.crt: OK");
    }
    PemFiles.write(folder, lookAlike.issue(person(NOW, NOW.plus(HOUR))), authority.trust());
    assertThat(openssl(folder, "ca.crt")).contains("error").doesNotContain("OK");
  }

  private static SvidRequest person(Instant notBefore, Instant notAfter) {
    return new SvidRequest("person/anna", "Anna, engineer", notBefore, notAfter, List.of(), "");
  }

  private static SvidRequest controller(String name) {
    List<InetAddress> addresses =
        List.of(InetAddress.ofLiteral("127.1.1.1"), InetAddress.ofLiteral("::1"));
    return new SvidRequest(
        "asset/" + name, name, NOW, NOW.plus(HOUR), addresses, "urn:tank-farm:" + name);
  }

  private static void validate(Identity identity, CertificateAuthority believed, Instant at)
      throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(
            Set.of(new TrustAnchor(believed.trust().authorities().getFirst(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(identity.leaf())),
            parameters);
  }

  private static void assertRefused(
      Identity identity, CertificateAuthority believed, Instant at, Reason reason) {
    assertThatThrownBy(() -> validate(identity, believed, at))
        .isInstanceOfSatisfying(
            CertPathValidatorException.class, e -> assertThat(e.getReason()).isEqualTo(reason));
  }

  private static List<String> uris(X509Certificate certificate) throws Exception {
    return names(certificate, 6);
  }

  private static List<String> addresses(X509Certificate certificate) throws Exception {
    return names(certificate, 7);
  }

  private static List<String> names(X509Certificate certificate, int type) throws Exception {
    return certificate.getSubjectAlternativeNames().stream()
        .filter(name -> name.getFirst().equals(type))
        .map(name -> String.valueOf(name.get(1)))
        .toList();
  }

  private static Set<Integer> usage(X509Certificate certificate) {
    Set<Integer> bits = new HashSet<>();
    boolean[] usage = certificate.getKeyUsage();
    IntStream.range(0, usage.length).filter(i -> usage[i]).forEach(bits::add);
    return bits;
  }

  private static boolean hasOpenssl() {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Path.of(folder, "openssl").toFile().canExecute());
  }

  private static String openssl(Path folder, String authorities) throws Exception {
    Process process =
        new ProcessBuilder(
                "openssl",
                "verify",
                "-attime",
                String.valueOf(NOW.getEpochSecond()),
                "-x509_strict",
                "-purpose",
                "sslclient",
                "-CAfile",
                authorities,
                "product.crt")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
