package org.bumpless.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.services.ChangeTickets.ChangeTicket;
import org.bumpless.adapter.services.Directory.Entry;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.model.AssetId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServicesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String ANNA = "spiffe://tank-farm/person/anna";
  private static final AssetId EWS = new AssetId("EWS-1");
  private static final AssetId LIC = new AssetId("LIC-101");
  private static final AssetId OTHER = new AssetId("LIC-102");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private PlantServices services;

  @BeforeEach
  void start() throws IOException {
    PlantServices.Factory factory =
        ServiceLoader.load(PlantServices.Factory.class).findFirst().orElseThrow();
    services =
        factory.start(
            "tank-farm",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new FixedClock(NOW));
  }

  @AfterEach
  void stop() {
    services.close();
    client.close();
  }

  @Test
  void aSubjectIsServedAsTheDirectoryHasIt() throws Exception {
    services.directory().put(anna(true));

    assertThat(json.readTree(get("/v1/subjects?id=" + encoded(ANNA)).body()))
        .isEqualTo(
            json.readTree(
                """
                {"id": "spiffe://tank-farm/person/anna", "kind": "person", "mfa": true,
                 "groups": ["controls-engineering", "staff"], "role": "lead-engineer",
                 "device": "EWS-1", "edrHealthy": true}
                """));
  }

  @Test
  void everyChangeOfASubjectIsSeenByTheNextRequest() throws Exception {
    services.directory().put(anna(true));
    services.directory().put(anna(false));
    assertThat(subject(ANNA).path("mfa").booleanValue()).isFalse();

    services.directory().edrHealthy(EWS, false);
    assertThat(subject(ANNA).path("edrHealthy").booleanValue()).isFalse();
    services.directory().edrHealthy(EWS, true);
    assertThat(subject(ANNA).path("edrHealthy").booleanValue()).isTrue();

    services.directory().remove(ANNA);
    HttpResponse<String> gone = get("/v1/subjects?id=" + encoded(ANNA));
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(json.readTree(gone.body()).path("error").textValue()).contains(ANNA);
  }

  @Test
  void ticketsAreThoseThatNameSubjectAndAsset() throws Exception {
    services.tickets().put(ticket("CHG-2", ANNA, Set.of(LIC, OTHER)));
    services.tickets().put(ticket("CHG-1", ANNA, Set.of(LIC)));
    services.tickets().put(ticket("CHG-3", ANNA, Set.of(OTHER)));
    services.tickets().put(ticket("CHG-4", "spiffe://tank-farm/person/bob", Set.of(LIC)));

    assertThat(tickets(ANNA, LIC))
        .isEqualTo(
            json.readTree(
                """
                [{"id": "CHG-1", "opens": "2026-03-01T08:00:00Z",
                  "closes": "2026-03-01T09:00:00.000000001Z", "assets": ["LIC-101"]},
                 {"id": "CHG-2", "opens": "2026-03-01T08:00:00Z",
                  "closes": "2026-03-01T09:00:00.000000001Z", "assets": ["LIC-101", "LIC-102"]}]
                """));
  }

  @Test
  void aWithdrawnTicketIsGoneFromTheNextRequest() throws Exception {
    services.tickets().put(ticket("CHG-1", ANNA, Set.of(LIC)));
    assertThat(tickets(ANNA, LIC)).hasSize(1);

    services.tickets().withdraw("CHG-1");
    assertThat(tickets(ANNA, LIC)).isEmpty();
    services.tickets().withdraw("CHG-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/subjects",
        "/v1/subjects?id=",
        "/v1/subjects?id=a&id=b",
        "/v1/subjects?name=a",
        "/v1/tickets?subject=a",
        "/v1/tickets?asset=LIC-101",
        "/v1/tickets?subject=a&asset=",
        "/v1/tickets?subject=a&asset=1-bad-name",
        "/v1/tickets?subject=a&asset=LIC-101&all=true"
      })
  void aBadQueryIsToldWhatIsWrong(String query) throws Exception {
    HttpResponse<String> response = get(query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json.readTree(response.body()).path("error").textValue()).contains("expected");
  }

  @Test
  void bothAuthoritiesIssue() {
    assertThat(services.authority().trust()).isNotEqualTo(services.foreignAuthority().trust());
    assertThat(services.authority().trust()).isEqualTo(services.authority().trust());
  }

  @Test
  void aChangeIsSeenFromEveryThreadOnceItsCallHasReturned() {
    List<Boolean> seen =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i -> {
                  String id = "spiffe://tank-farm/person/p" + i;
                  services
                      .directory()
                      .put(new Entry(id, Subject.Kind.PERSON, true, Set.of(), "", EWS));
                  services.tickets().put(ticket("CHG-" + i, id, Set.of(LIC)));
                  return services.directory().find(id).isPresent()
                      && services.tickets().find(id, LIC).size() == 1;
                })
            .toList();

    assertThat(seen).hasSize(200).doesNotContain(false);
  }

  @Test
  void nothingIsLeftAfterCloseEvenAtOnceAfterTheStart() {
    services.close();
    services.close();

    await("threads of the services gone")
        .atMost(Duration.ofSeconds(10))
        .until(() -> ownThreads().isEmpty());
  }

  @Test
  void aTrustDomainThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                new LocalServicesFactory()
                    .start(
                        "Tank Farm",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new FixedClock(NOW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Tank Farm\": expected lower-case");
  }

  private static List<String> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(n -> n.startsWith("plant-services") || n.startsWith("plant-ca"))
        .toList();
  }

  private static Entry anna(boolean mfa) {
    return new Entry(
        ANNA,
        Subject.Kind.PERSON,
        mfa,
        Set.of("staff", "controls-engineering"),
        "lead-engineer",
        EWS);
  }

  private static ChangeTicket ticket(String id, String subject, Set<AssetId> assets) {
    return new ChangeTicket(id, subject, assets, NOW, NOW.plusSeconds(3600).plusNanos(1));
  }

  private JsonNode subject(String id) throws Exception {
    return json.readTree(get("/v1/subjects?id=" + encoded(id)).body());
  }

  private JsonNode tickets(String subject, AssetId asset) throws Exception {
    return json.readTree(get("/v1/tickets?subject=" + encoded(subject) + "&asset=" + asset).body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(services.url() + path)).build(), BodyHandlers.ofString());
  }
}
