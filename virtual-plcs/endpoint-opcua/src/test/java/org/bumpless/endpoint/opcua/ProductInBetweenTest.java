package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bumpless.endpoint.opcua.testing.Relay;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ClientSettings.Tls;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client with a relay before the controller, in the clear and behind mutual TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductInBetweenTest {
  private static final Operation READ =
      new Operation.Read(List.of(TagId.parse("LIC-101.PV"), TagId.parse("LIC-101.SP")));

  private Rig.Pki pki;
  private Rig rig;
  private Identity product;

  @BeforeAll
  void start() {
    pki = Rig.Pki.create();
    rig = new Rig(new OpcUaProvider(), pki, false, 100);
    product = pki.ca().issue("spiffe://plant/product");
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({"SIGN, true", "SIGN_AND_ENCRYPT, false"})
  void onlySignedRequestsCanBeReadOnTheWay(MessageSecurity mode, boolean readable)
      throws IOException {
    try (Relay relay = new Relay(rig.endpoint.address(), Optional.empty());
        ProtocolClient client = client(relay, mode, Optional.empty())) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(relay.said().contains("LIC-101.PV")).isEqualTo(readable);
    }
  }

  @ParameterizedTest
  @CsvSource({"SIGN", "SIGN_AND_ENCRYPT"})
  void mutualTlsGoesAroundTheProtocol(MessageSecurity mode) throws IOException {
    try (Relay relay = tlsRelay();
        ProtocolClient client = client(relay, mode, tls(Optional.of(pki.client())))) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(relay.names())
          .as("discovery and session both ask for the controller's name")
          .containsExactly("lic-101", "lic-101");
    }
  }

  @Test
  void withoutACertificateTlsRefuses() throws IOException {
    try (Relay relay = tlsRelay();
        ProtocolClient client = client(relay, MessageSecurity.SIGN, tls(Optional.empty()))) {
      assertTlsRefused(client.perform(READ));
    }
  }

  @Test
  void aCertificateOfAForeignCaIsRefusedByTls() throws IOException {
    Identity stranger = pki.foreign().issue("spiffe://plant/hmi-1");
    try (Relay relay = tlsRelay();
        ProtocolClient client = client(relay, MessageSecurity.SIGN, tls(Optional.of(stranger)))) {
      assertTlsRefused(client.perform(READ));
    }
  }

  @Test
  void aProductThatIsNotBelievedIsRefusedByTheClient() throws IOException {
    TrustBundle others = pki.foreign().trust();
    try (Relay relay = tlsRelay();
        ProtocolClient client =
            client(
                relay,
                MessageSecurity.SIGN,
                Optional.of(new Tls(Optional.of(pki.client()), others, "lic-101")))) {
      assertTlsRefused(client.connect());
    }
  }

  @Test
  void tlsAgainstAProductThatSpeaksNoneFails() throws IOException {
    try (Relay relay = new Relay(rig.endpoint.address(), Optional.empty());
        ProtocolClient client =
            client(relay, MessageSecurity.SIGN, tls(Optional.of(pki.client())))) {
      assertThat(client.connect()).isNotInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void aCutConnectionIsSeenAndTheNextOperationConnectsAgain() throws IOException {
    try (Relay relay = tlsRelay();
        ProtocolClient client =
            client(relay, MessageSecurity.SIGN_AND_ENCRYPT, tls(Optional.of(pki.client())))) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      relay.cut();
      assertThat(client.awaitClosed()).isTrue();
      assertThat(client.connected()).isFalse();
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      relay.cut();
      assertThat(client.perform(READ)).isInstanceOf(Outcome.NoReply.class);
      assertThat(client.connected()).isFalse();
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
    }
  }

  private Relay tlsRelay() throws IOException {
    return new Relay(
        rig.endpoint.address(),
        Optional.of(TlsContexts.of(Optional.of(product), pki.ca().trust())));
  }

  private Optional<Tls> tls(Optional<Identity> identity) {
    return Optional.of(new Tls(identity, pki.ca().trust(), "lic-101"));
  }

  private ProtocolClient client(Relay relay, MessageSecurity mode, Optional<Tls> tls) {
    return new OpcUaProvider()
        .client(rig.settings(relay.address(), pki.client(), mode, Rig.ENGINEER, tls, Rig.TIMEOUT));
  }

  private static void assertTlsRefused(Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.reason()).startsWith("TLS: "));
  }
}
