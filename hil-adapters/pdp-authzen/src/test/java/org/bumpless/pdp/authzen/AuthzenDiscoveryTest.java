package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.adapter.testkit.StoppedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A PDP that says itself where it answers. */
@Timeout(60)
class AuthzenDiscoveryTest {

  @ParameterizedTest
  @CsvSource({
    "https://pdp.example.com,https://pdp.example.com/.well-known/authzen-configuration",
    "https://pdp.example.com/,https://pdp.example.com/.well-known/authzen-configuration",
    "https://pdp.example.com:8443/a/b/,https://pdp.example.com:8443/.well-known/authzen-configuration/a/b"
  })
  void theWellKnownPartStandsBeforeTheOwnPath(URI identifier, URI metadata) {
    assertThat(Endpoints.metadata(identifier)).isEqualTo(metadata);
  }

  @Test
  void whatTheShippedServiceSaysOfItselfIsTrue() throws Exception {
    try (DecisionService service =
            new AuthzenServiceFactory()
                .serve(
                    new HandWrittenPdp(),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        PolicyDecisionPoint client = create(service.url())) {
      assertThat(client.evaluate(Requests.of(Action.READ))).isInstanceOf(Permit.class);
      assertThat(client.evaluateAll(List.of(Requests.of(Action.READ), Requests.of(Action.WRITE))))
          .hasSize(2)
          .allMatch(Permit.class::isInstance);
    }
  }

  @Test
  void aPdpWithoutBatchesIsAskedOneByOne() throws Exception {
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(RoguePdp.http(200, "{\"decision\":true}")))) {
      Endpoints single = new Endpoints(pdp.url(), Optional.empty());
      try (AuthzenClient client = new AuthzenClient(single, Duration.ofSeconds(20))) {
        assertThat(client.evaluateAll(List.of(Requests.of(Action.READ), Requests.of(Action.WRITE))))
            .allMatch(Permit.class::isInstance);
      }
      assertThat(pdp.heads()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "not json",
        "{\"policy_decision_point\":\"http://another\",\"access_evaluation_endpoint\":\"http://h/e\"}",
        "{\"policy_decision_point\":\"SELF\"}",
        "{\"policy_decision_point\":\"SELF\",\"access_evaluation_endpoint\":\"/relative\"}",
        "{\"policy_decision_point\":\"SELF\",\"access_evaluation_endpoint\":\"ftp://h/e\"}",
        "{\"policy_decision_point\":\"SELF\",\"access_evaluation_endpoint\":\"http://a b\"}",
        "{\"policy_decision_point\":\"SELF\",\"access_evaluation_endpoint\":7}"
      })
  void metadataThatCannotBeUsedAreABadSetting(String metadata) throws Exception {
    RoguePdp.Manner told =
        (socket, head, closed) -> {
          String self = "http://127.0.0.1:" + socket.getLocalPort();
          RoguePdp.bytes(RoguePdp.http(200, metadata.replace("SELF", self)))
              .answer(socket, head, closed);
        };
    try (RoguePdp pdp = new RoguePdp(told)) {
      assertThatThrownBy(() -> create(pdp.url()).close())
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
          .hasMessageContaining("sut.yaml: settings of PDP authzen: metadata: found")
          .hasMessageContaining("/.well-known/authzen-configuration");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 204})
  void aPdpWithoutMetadataIsNamedWithTheWayOut(int status) throws Exception {
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(RoguePdp.http(status, "")))) {
      assertThatThrownBy(() -> create(pdp.url()).close())
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE))
          .hasMessageContaining("no metadata at " + pdp.url())
          .hasMessageContaining("metadata: no");
    }
  }

  private static PolicyDecisionPoint create(URI url) throws ProductException {
    return new AuthzenPdpProvider()
        .create(
            Map.of("url", url.toString(), "metadata", "yes", "timeout", "20 s"),
            Path.of("some-sut"),
            new StoppedClock());
  }
}
