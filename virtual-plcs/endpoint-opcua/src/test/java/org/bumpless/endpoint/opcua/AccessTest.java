package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.endpoint.opcua.testing.TestCa;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who gets in at a controller, and what for: applications, users, and a controller with old
 * firmware.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final TagId PV = TagId.parse("LIC-101.PV");
  private static final TagId SP = TagId.parse("LIC-101.SP");
  private static final Operation READ = new Operation.Read(List.of(PV));
  private static final Operation WRITE = new Operation.Write(SP, new TagValue.Real(10f));

  private Rig.Pki pki;
  private Rig strict;
  private Rig old;

  @BeforeAll
  void start() {
    pki = Rig.Pki.create();
    OpcUaProvider provider = new OpcUaProvider();
    strict = new Rig(provider, pki, false, 100);
    old = new Rig(provider, pki, true, 100);
  }

  @AfterAll
  void stop() {
    strict.close();
    old.close();
  }

  @Test
  void noneIsRefusedUnlessThePersonalityHasIt() {
    try (ProtocolClient client = strict.client(MessageSecurity.NONE)) {
      assertRefused(client.connect(), "Bad_SecurityModeRejected");
      assertThat(client.connected()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(MessageSecurity.class)
  void anonymousMayLookButNotTouchAnOldController(MessageSecurity mode) {
    try (ProtocolClient client = old.client(pki.client(), mode, new Login.Anonymous())) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(client.perform(WRITE))
          .isEqualTo(new Outcome.Refused("LIC-101.SP: Bad_UserAccessDenied"));
      assertThat(old.tags.offers()).isEmpty();
      Served last = old.log.getLast();
      assertThat(last.writes()).isTrue();
      assertThat(last.accepted()).isFalse();
    }
  }

  @Test
  void anonymousDoesNotGetInWhereNoneIsNotOffered() {
    try (ProtocolClient client =
        strict.client(pki.client(), MessageSecurity.SIGN, new Login.Anonymous())) {
      assertRefused(client.perform(READ), "Bad_IdentityToken");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageSecurity.class,
      names = {"SIGN", "SIGN_AND_ENCRYPT"})
  void aCertificateOfThePlantLogsIn(MessageSecurity mode) {
    Identity engineer = pki.ca().issue("spiffe://plant/engineer");
    try (ProtocolClient client =
        strict.client(pki.client(), mode, new Login.Certificate(engineer))) {
      assertThat(client.perform(WRITE)).isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void aUsersCertificateOfAForeignCaDoesNotLogIn() {
    Identity stranger = pki.foreign().issue("spiffe://plant/engineer");
    try (ProtocolClient client =
        strict.client(pki.client(), MessageSecurity.SIGN, new Login.Certificate(stranger))) {
      assertRefused(client.connect(), "Bad_IdentityTokenRejected");
    }
  }

  @Test
  void wrongPasswordsAndUnknownUsersLookTheSame() {
    for (Login login :
        List.of(
            new Login.UserName("engineer", "right and lonG"),
            new Login.UserName("engineer", ""),
            new Login.UserName("stranger", ""),
            new Login.UserName("stranger", "right and long"))) {
      try (ProtocolClient client =
          strict.client(pki.client(), MessageSecurity.SIGN_AND_ENCRYPT, login)) {
        assertRefused(client.connect(), "Bad_UserAccessDenied");
      }
      assertThat(strict.log.getLast().request()).isEqualTo("ActivateSession");
      assertThat(strict.log.getLast().accepted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageSecurity.class,
      names = {"SIGN", "SIGN_AND_ENCRYPT"})
  void anApplicationOfAForeignCaIsRefused(MessageSecurity mode) {
    try (ProtocolClient client =
        strict.client(pki.foreign().issue("spiffe://plant/hmi-1"), mode, Rig.ENGINEER)) {
      assertRefused(client.connect(), "Bad_CertificateUntrusted");
    }
  }

  @Test
  void anExpiredApplicationIsRefused() {
    try (ProtocolClient client =
        strict.client(
            pki.ca().expired("spiffe://plant/hmi-1"), MessageSecurity.SIGN, Rig.ENGINEER)) {
      assertRefused(client.connect(), "Bad_CertificateTimeInvalid");
    }
  }

  @Test
  void anApplicationWhoseKeyMayNotSignIsRefused() {
    try (ProtocolClient client =
        strict.client(
            pki.ca().forEncryptionOnly("spiffe://plant/hmi-1"),
            MessageSecurity.SIGN,
            Rig.ENGINEER)) {
      assertRefused(client.connect(), "Bad_CertificateUseNotAllowed");
    }
  }

  @Test
  void anApplicationBelowAnIntermediateAuthorityIsBelieved() {
    TestCa site = pki.ca().intermediate("Site CA");
    try (ProtocolClient client =
        strict.client(site.issue("spiffe://plant/hmi-2"), MessageSecurity.SIGN, Rig.ENGINEER)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void theClientRefusesAServerOfAForeignCa() {
    Rig.Pki theirs =
        new Rig.Pki(pki.foreign(), pki.ca(), pki.foreign().issue("spiffe://plant/x"), pki.client());
    try (Rig foreign = new Rig(new OpcUaProvider(), theirs, true, 10)) {
      // The foreign server believes our client's CA as little as we believe its own; None needs no
      // belief of the server's.
      try (ProtocolClient client =
          new OpcUaProvider()
              .client(
                  strict.settings(
                      foreign.endpoint.address(),
                      pki.client(),
                      MessageSecurity.NONE,
                      Rig.ENGINEER,
                      Optional.empty(),
                      Rig.TIMEOUT))) {
        assertRefused(client.connect(), "Bad_CertificateUntrusted");
      }
      assertThat(foreign.log)
          .as("the password must not have been sent")
          .noneMatch(served -> served.request().equals("ActivateSession"));
    }
  }

  @Test
  void aServerCertificateThatExpiresMeanwhileIsRefusedAtTheNextConnection() {
    try (Rig rig = new Rig(new OpcUaProvider(), pki, false, 10);
        ProtocolClient client = rig.client(MessageSecurity.SIGN)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      rig.clock.moveAhead(Duration.ofHours(2));
      assertRefused(client.perform(READ), "Bad_CertificateTimeInvalid");
    }
  }

  @Test
  void anIdentityThatOpcUaCannotUseIsNamedAtOnce() {
    Identity elliptic = pki.ca().withEllipticKey("spiffe://plant/hmi-3");
    assertThatThrownBy(() -> strict.client(elliptic, MessageSecurity.SIGN, Rig.ENGINEER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spiffe://plant/hmi-3")
        .hasMessageContaining("RSA");
    assertThatThrownBy(
            () ->
                strict.client(pki.client(), MessageSecurity.SIGN, new Login.Certificate(elliptic)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(Outcome outcome, String status) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.reason()).contains(status));
  }
}
