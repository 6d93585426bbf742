package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Lack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than one question and answer between client and PDP. */
@Timeout(60)
class AuthzenConversationTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String DENIAL =
      "{\"decision\":false,\"context\":{\"reason\":\"no ticket\"}}";

  @Test
  void oneConnectionServesOneQuestionAfterTheOther() throws Exception {
    Set<Integer> ports = ConcurrentHashMap.newKeySet();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ports.add(exchange.getRemoteAddress().getPort());
          exchange.getRequestBody().readAllBytes();
          byte[] body = DENIAL.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (AuthzenClient client = new AuthzenClient(Endpoints.below(url), LONG)) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.evaluate(Requests.of(Action.READ))).isEqualTo(new Deny("no ticket"));
      }
    } finally {
      server.stop(0);
    }
    assertThat(ports).as("connections").hasSize(1);
  }

  /** Two answers to one question: the second must never be taken for that to the next question. */
  @Test
  void aSecondAnswerOnTheLineIsNotThatToTheNextQuestion() throws Exception {
    String permit = RoguePdp.http(200, "{\"decision\":true}").replace("Connection: close\r\n", "");
    try (RoguePdp pdp =
            new RoguePdp(
                (socket, head, closed) -> {
                  socket
                      .getOutputStream()
                      .write((permit + permit).getBytes(StandardCharsets.UTF_8));
                  closed.await();
                });
        AuthzenClient client =
            new AuthzenClient(Endpoints.below(pdp.url()), Duration.ofMillis(500))) {
      Decision first = client.evaluate(Requests.of(Action.READ));
      Decision second = client.evaluate(Requests.of(Action.WRITE));

      assertThat(first).isInstanceOfAny(Permit.class, Indeterminate.class);
      assertThat(second).isInstanceOf(Indeterminate.class);
    }
  }

  @Test
  void inABatchEachAnswerStandsForItself() throws Exception {
    assertThat(
            batch(
                """
                {"evaluations":[{"decision":true},%s,{"decision":"true"},{},
                {"decision":false,"context":{"error":{"status":500,"message":"x"}}},7]}"""
                    .formatted(DENIAL),
                6))
        .satisfiesExactly(
            one -> assertThat(one).isInstanceOf(Permit.class),
            two -> assertThat(two).isEqualTo(new Deny("no ticket")),
            three -> assertThat(lack(three)).isEqualTo(Lack.NOT_BOOLEAN),
            four -> assertThat(lack(four)).isEqualTo(Lack.WITHOUT_DECISION),
            five -> assertThat(lack(five)).isEqualTo(Lack.ERROR_BODY),
            six -> assertThat(lack(six)).isEqualTo(Lack.MALFORMED));
  }

  @Test
  void aBatchWithTooFewTooManyOrNoAnswersIsNone() throws Exception {
    assertThat(batch("{\"evaluations\":[{\"decision\":true}]}", 2))
        .hasSize(2)
        .allMatch(d -> lack(d) == Lack.MALFORMED);
    assertThat(batch("{\"evaluations\":[{\"decision\":true},{\"decision\":true}]}", 1))
        .allMatch(d -> lack(d) == Lack.MALFORMED);
    assertThat(batch("{\"decision\":true}", 2))
        .hasSize(2)
        .allMatch(d -> lack(d) == Lack.WITHOUT_DECISION);
    assertThat(batch("{\"error\":\"policy not loaded\"}", 2))
        .allMatch(d -> lack(d) == Lack.ERROR_BODY);
  }

  private static List<Decision> batch(String answer, int requests) throws Exception {
    List<AccessRequest> asked = Collections.nCopies(requests, Requests.of(Action.READ));
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(RoguePdp.http(200, answer)));
        AuthzenClient client = new AuthzenClient(Endpoints.below(pdp.url()), LONG)) {
      List<Decision> decisions = client.evaluateAll(asked);
      assertThat(pdp.heads())
          .singleElement()
          .asString()
          .startsWith("POST /access/v1/evaluations HTTP/1.1\r\n");
      return decisions;
    }
  }

  private static Lack lack(Decision decision) {
    return ((Indeterminate) decision).lack();
  }
}
