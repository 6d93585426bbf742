package org.bumpless.endpoint.opcua.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bumpless.endpoint.opcua.testing.TestCa;
import org.bumpless.endpoint.opcua.testing.TestClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which certificate chains are believed, and when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityValidatorTest {
  private static final String URI = "spiffe://plant/hmi-1";

  private final TestClock clock = new TestClock();
  private TestCa ca;
  private TestCa foreign;
  private AuthorityValidator validator;

  @BeforeAll
  void makeCertificates() {
    ca = TestCa.root("Plant CA");
    foreign = TestCa.root("Plant CA");
    validator = new AuthorityValidator(ca.trust(), clock);
  }

  @Test
  void aLeafOfThePlantIsBelievedUnderItsOwnUri() {
    assertThatCode(() -> validate(ca.issue(URI).chain(), URI)).doesNotThrowAnyException();
    assertThatCode(() -> validate(ca.issue(URI).chain(), null)).doesNotThrowAnyException();
  }

  @Test
  void anotherApplicationsUriIsRefused() {
    assertRefused(
        ca.issue(URI).chain(), "spiffe://plant/hmi-2", StatusCodes.Bad_CertificateUriInvalid);
  }

  @Test
  void aForeignCaOfTheSameNameIsRefused() {
    assertRefused(foreign.issue(URI).chain(), URI, StatusCodes.Bad_CertificateUntrusted);
  }

  @Test
  void aLeafBelowAnIntermediateNeedsTheIntermediate() {
    Identity below = ca.intermediate("Site CA").issue(URI);
    assertThatCode(() -> validate(below.chain(), URI)).doesNotThrowAnyException();
    assertRefused(List.of(below.leaf()), URI, StatusCodes.Bad_CertificateUntrusted);
  }

  @Test
  void aForeignLeafIsNotBelievedForAPlantLeafBesideIt() {
    assertRefused(
        List.of(foreign.issue(URI).leaf(), ca.issue(URI).leaf()),
        URI,
        StatusCodes.Bad_CertificateUntrusted);
  }

  @Test
  void validityIsJudgedByTheBenchsClock() {
    TestClock ahead = new TestClock();
    AuthorityValidator later = new AuthorityValidator(ca.trust(), ahead);
    List<X509Certificate> chain = ca.issue(URI).chain();
    assertThatCode(() -> later.validateCertificateChain(chain, URI, null))
        .doesNotThrowAnyException();
    ahead.moveAhead(Duration.ofMinutes(61));
    assertThatThrownBy(() -> later.validateCertificateChain(chain, URI, null))
        .isInstanceOfSatisfying(
            UaException.class,
            e ->
                assertThat(e.getStatusCode().value())
                    .isEqualTo(StatusCodes.Bad_CertificateTimeInvalid));
  }

  @Test
  void anEmptyChainOrNobodyToTrustIsRefused() {
    assertRefused(List.of(), URI, StatusCodes.Bad_CertificateInvalid);
    AuthorityValidator nobody = new AuthorityValidator(new TrustBundle(List.of()), clock);
    assertThatThrownBy(() -> nobody.validateCertificateChain(ca.issue(URI).chain(), URI, null))
        .isInstanceOf(UaException.class);
  }

  private void validate(List<X509Certificate> chain, @Nullable String uri) throws UaException {
    validator.validateCertificateChain(chain, uri, null);
  }

  private void assertRefused(List<X509Certificate> chain, String uri, long status) {
    assertThatThrownBy(() -> validate(chain, uri))
        .isInstanceOfSatisfying(
            UaException.class, e -> assertThat(e.getStatusCode().value()).isEqualTo(status));
  }
}
