package org.bumpless.pdp.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.DecisionService.Behaviour;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AuthzenServiceTest {
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);

  private final AuthzenJson json = new AuthzenJson();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<AccessRequest> asked = new ConcurrentLinkedQueue<>();
  private DecisionService service;

  @BeforeEach
  void start() throws IOException {
    service =
        ServiceLoader.load(DecisionService.Factory.class)
            .findFirst()
            .orElseThrow()
            .serve(new ReadsOnly(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    service.close();
    http.close();
  }

  /** Permits reads, denies writes, is at a loss without a ticket. */
  private final class ReadsOnly implements PolicyDecisionPoint {
    @Override
    public Decision evaluate(AccessRequest request) {
      asked.add(request);
      if (request.context().ticket().isEmpty()) {
        return new Indeterminate("at a loss");
      }
      return switch (request.action()) {
        case READ -> new Permit(Scope.READ_ONLY, Requests.CLOSES);
        case WRITE -> new Deny("writes are denied here");
      };
    }

    @Override
    public void close() {
      throw new IllegalStateException("the service must not close what it was given");
    }
  }

  @Test
  void ourClientUnderstandsOurService() {
    try (AuthzenClient client = new AuthzenClient(Endpoints.below(service.url()), WAIT_MAX)) {
      assertThat(client.evaluate(Requests.of(Action.READ)))
          .isEqualTo(new Permit(Scope.READ_ONLY, Requests.CLOSES));
      assertThat(client.evaluate(Requests.of(Action.WRITE)))
          .isEqualTo(new Deny("writes are denied here"));
      assertThat(client.evaluate(Requests.of(Action.READ, Optional.empty())))
          .isInstanceOfSatisfying(
              Indeterminate.class, i -> assertThat(i.cause()).contains("found 500"));
    }
    assertThat(asked).startsWith(Requests.of(Action.READ), Requests.of(Action.WRITE)).hasSize(3);
  }

  @Test
  void theIdentifierOfTheRequestComesBack() throws Exception {
    assertThat(
            post("evaluation", write(Action.READ).toString()).headers().firstValue("X-Request-ID"))
        .contains("req-7");
    assertThat(post("evaluation", "{").headers().firstValue("X-Request-ID")).contains("req-7");
  }

  @Test
  void malformedRequestsGet400WithAReasonAndReachNoPolicy() throws Exception {
    ObjectNode noMfa = write(Action.READ);
    ((ObjectNode) noMfa.at("/subject/properties")).remove("mfa");

    assertBadRequest(post("evaluation", noMfa.toString()), "subject.properties.mfa: found nothing");
    assertBadRequest(post("evaluation", "{"), "not JSON");
    assertBadRequest(post("evaluation", "[]"), "expected a JSON object");
    assertBadRequest(post("evaluation", ""), "expected a JSON object");
    assertBadRequest(send("evaluation", "{}", "text/plain"), "expected application/json");
    assertThat(asked).isEmpty();
  }

  @Test
  void aBatchAnswersInOrderWithDefaultsFilledIn() throws Exception {
    ObjectNode message = batch(Action.READ, "{}", "{\"action\":{\"name\":\"write\"}}", "{}");

    assertThat(decisions(message)).isEqualTo("[permit, writes are denied here, permit]");
    assertThat(asked.stream().map(AccessRequest::action))
        .containsExactly(Action.READ, Action.WRITE, Action.READ);
  }

  @Test
  void defaultsAreReplacedWholeAndNeverMixed() throws Exception {
    ObjectNode message = batch(Action.READ, "{\"subject\":{\"type\":\"person\",\"id\":\"x\"}}");

    assertThat(decisions(message))
        .startsWith("[400 subject.properties: found nothing")
        .hasLineCount(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void aFaultInABatchStandsInItsPlaceAndHurtsNoOther() throws Exception {
    ObjectNode message =
        batch(
            Action.READ,
            "{\"action\":{\"name\":\"erase\"}}",
            "[]",
            "{\"context\":" + withoutTicket() + "}",
            "{}");

    assertThat(decisions(message))
        .startsWith("[400 action.name: found \"erase\"")
        .contains("400 the message: found []")
        .contains("500 no decision")
        .endsWith(", permit]");
  }

  @Test
  void aBatchMayStopAtTheFirstDenialOrPermit() throws Exception {
    String write = "{\"action\":{\"name\":\"write\"}}";
    ObjectNode denials = batch(Action.READ, "{}", write, "{}");
    denials.putObject("options").put("evaluations_semantic", "deny_on_first_deny");
    assertThat(decisions(denials)).isEqualTo("[permit, writes are denied here]");

    ObjectNode permits = batch(Action.READ, write, "{}", "{}");
    permits.putObject("options").put("evaluations_semantic", "permit_on_first_permit");
    assertThat(decisions(permits)).isEqualTo("[writes are denied here, permit]");

    ObjectNode broken = batch(Action.READ, "[]", "{}");
    broken.putObject("options").put("evaluations_semantic", "deny_on_first_deny");
    assertThat(json.parse(post("evaluations", broken.toString()).body()).path("evaluations"))
        .hasSize(1);
  }

  @Test
  void aBatchWithoutEvaluationsIsASingleOne() throws Exception {
    ObjectNode message = write(Action.READ);
    assertThat(post("evaluations", message.toString()).body()).startsWith("{\"decision\":true");
    message.putArray("evaluations");
    assertThat(post("evaluations", message.toString()).body()).startsWith("{\"decision\":true");
  }

  @Test
  void malformedBatchesGet400() throws Exception {
    ObjectNode unknown = batch(Action.READ, "{}");
    unknown.putObject("options").put("evaluations_semantic", "permit_all");
    assertBadRequest(post("evaluations", unknown.toString()), "options.evaluations_semantic");

    ObjectNode notAnArray = write(Action.READ);
    notAnArray.put("evaluations", "all");
    assertBadRequest(post("evaluations", notAnArray.toString()), "evaluations: found \"all\"");

    ObjectNode tooMany = write(Action.READ);
    ArrayNode list = tooMany.putArray("evaluations");
    IntStream.range(0, 1001).forEach(_ -> list.addObject());
    assertBadRequest(post("evaluations", tooMany.toString()), "found 1001 of them");
    assertThat(asked).isEmpty();
  }

  @Test
  void oneConnectionServesOneRequestAfterTheOther() throws Exception {
    byte[] body = new AuthzenJson().write(Requests.of(Action.READ)).toString().getBytes(UTF_8);
    String head =
        "POST /access/v1/evaluation HTTP/1.1\r\nHost: pdp\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(service.url().getHost(), service.url().getPort())) {
      socket.setSoTimeout(10_000);
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body);
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().contains("}}")) {
          int next = socket.getInputStream().read();
          assertThat(next).as("request %d, after: %s", i, answer).isNotNegative();
          answer.append((char) next);
        }
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"decision\":true");
      }
    }
  }

  @Test
  void metadataNameTheEndpoints() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(service.url() + "/.well-known/authzen-configuration"))
                .build(),
            BodyHandlers.ofString());
    JsonNode metadata = json.parse(response.body());

    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(metadata.path("policy_decision_point").textValue())
        .isEqualTo(service.url().toString());
    assertThat(metadata.path("access_evaluation_endpoint").textValue())
        .isEqualTo(service.url() + "/access/v1/evaluation");
    assertThat(metadata.path("access_evaluations_endpoint").textValue())
        .isEqualTo(service.url() + "/access/v1/evaluations");
  }

  @Test
  void failingIsHttp500UntilToldOtherwise() throws Exception {
    service.behave(Behaviour.FAILING);
    assertThat(post("evaluation", write(Action.READ).toString()).statusCode()).isEqualTo(500);
    assertThat(asked).isEmpty();

    service.behave(Behaviour.SOUND);
    assertThat(post("evaluation", write(Action.READ).toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void aSilentServiceNeverAnswersWhatItTookAndIsSoundAfterwards() throws Exception {
    service.behave(Behaviour.SILENT);
    List<CompletableFuture<HttpResponse<String>>> unanswered =
        IntStream.range(0, 20).mapToObj(_ -> later(write(Action.READ).toString())).toList();
    try (AuthzenClient client =
        new AuthzenClient(Endpoints.below(service.url()), Duration.ofMillis(200))) {
      assertThat(client.evaluate(Requests.of(Action.READ)))
          .isInstanceOfSatisfying(
              Indeterminate.class, i -> assertThat(i.cause()).contains("no answer within 200 ms"));
    }
    assertThat(unanswered).noneMatch(CompletableFuture::isDone);
    assertThat(asked).isEmpty();

    service.behave(Behaviour.SOUND);
    await("all let go")
        .atMost(WAIT_MAX)
        .until(() -> unanswered.stream().allMatch(CompletableFuture::isDone));
    assertThat(unanswered).anyMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(post("evaluation", write(Action.READ).toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void closeLetsGoOfASilentServiceAndLeavesNoThread() {
    service.behave(Behaviour.SILENT);
    CompletableFuture<HttpResponse<String>> pending = later(write(Action.READ).toString());
    await("request held").atMost(WAIT_MAX).until(() -> serviceThreads() > 0);

    service.close();

    await("client let go").atMost(WAIT_MAX).until(pending::isCompletedExceptionally);
    await("threads gone").atMost(WAIT_MAX).until(() -> serviceThreads() == 0);
  }

  private static long serviceThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("authzen-pdp"))
        .count();
  }

  private ObjectNode write(Action action) {
    return json.write(Requests.of(action));
  }

  private String withoutTicket() {
    return json.write(Requests.of(Action.READ, Optional.empty())).path("context").toString();
  }

  private ObjectNode batch(Action standard, String... evaluations) throws MalformedException {
    ObjectNode message = write(standard);
    ArrayNode list = message.putArray("evaluations");
    for (String evaluation : evaluations) {
      list.add(json.parse(evaluation));
    }
    return message;
  }

  /** The answers of a batch in one line: permit, the reason of a denial, or status and error. */
  private String decisions(ObjectNode message) throws Exception {
    HttpResponse<String> response = post("evaluations", message.toString());
    assertThat(response.statusCode()).isEqualTo(200);
    List<String> words = new ArrayList<>();
    for (JsonNode decision : json.parse(response.body()).path("evaluations")) {
      JsonNode error = decision.at("/context/error");
      boolean permitted = decision.path("decision").booleanValue();
      words.add(
          permitted
              ? "permit"
              : error.isMissingNode()
                  ? decision.at("/context/reason").textValue()
                  : error.path("status") + " " + error.path("message").textValue());
    }
    return words.toString();
  }

  private static void assertBadRequest(HttpResponse<String> response, String reason) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(reason);
  }

  private HttpResponse<String> post(String endpoint, String body) throws Exception {
    return send(endpoint, body, "application/json; charset=utf-8");
  }

  private HttpResponse<String> send(String endpoint, String body, String type) throws Exception {
    return http.send(request(endpoint, body, type), BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> later(String body) {
    return http.sendAsync(request("evaluation", body, "application/json"), BodyHandlers.ofString());
  }

  private HttpRequest request(String endpoint, String body, String type) {
    return HttpRequest.newBuilder(URI.create(service.url() + "/access/v1/" + endpoint))
        .header("Content-Type", type)
        .header("X-Request-ID", "req-7")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
