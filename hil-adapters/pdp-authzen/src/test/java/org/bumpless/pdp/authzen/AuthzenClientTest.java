package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Lack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against a PDP that lies, drips, dies and falls silent. */
@Timeout(60)
class AuthzenClientTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        bad(
            Lack.NOT_BOOLEAN,
            "string instead of boolean",
            RoguePdp.http(200, "{\"decision\":\"true\"}")),
        bad(Lack.NOT_BOOLEAN, "number instead of boolean", RoguePdp.http(200, "{\"decision\":1}")),
        bad(Lack.NOT_BOOLEAN, "null", RoguePdp.http(200, "{\"decision\":null}")),
        bad(Lack.WITHOUT_DECISION, "no decision", RoguePdp.http(200, "{}")),
        bad(
            Lack.WITHOUT_DECISION,
            "decision in another case",
            RoguePdp.http(200, "{\"Decision\":true}")),
        bad(
            Lack.TWICE,
            "two decisions",
            RoguePdp.http(200, "{\"decision\":false,\"decision\":true}")),
        bad(
            Lack.TWICE,
            "two messages",
            RoguePdp.http(200, "{\"decision\":true}{\"decision\":false}")),
        bad(Lack.MALFORMED, "an array", RoguePdp.http(200, "[{\"decision\":true}]")),
        bad(Lack.MALFORMED, "a bare boolean", RoguePdp.http(200, "true")),
        bad(
            Lack.ERROR_BODY,
            "an error with 200",
            RoguePdp.http(200, "{\"error\":\"no policy loaded\"}")),
        bad(
            Lack.ERROR_BODY,
            "a denial that is an error",
            RoguePdp.http(
                200,
                "{\"decision\":false,\"context\":{\"error\":{\"status\":500,\"message\":\"x\"}}}")),
        bad(
            Lack.ERROR_BODY,
            "a permit beside an error",
            RoguePdp.http(200, "{\"decision\":true,\"error\":\"stale policy\"}")),
        bad(Lack.MALFORMED, "not JSON", RoguePdp.http(200, "<html>permit</html>")),
        bad(Lack.MALFORMED, "empty body", RoguePdp.http(200, "")),
        bad(Lack.MALFORMED, "cut-off JSON", RoguePdp.http(200, "{\"decision\":true")),
        bad(
            Lack.MALFORMED,
            "permit that has ended",
            RoguePdp.http(200, permitUntil("2026-03-01T07:00:00Z"))),
        bad(Lack.MALFORMED, "permit until never", RoguePdp.http(200, permitUntil("never"))),
        bad(Lack.ERROR_STATUS, "created", RoguePdp.http(201, "{\"decision\":true}")),
        bad(Lack.ERROR_STATUS, "no content", "HTTP/1.1 204 X\r\nConnection: close\r\n\r\n"),
        bad(Lack.ERROR_STATUS, "redirect", redirect()),
        bad(Lack.ERROR_STATUS, "bad request", RoguePdp.http(400, "{\"decision\":true}")),
        bad(Lack.ERROR_STATUS, "unauthorized", RoguePdp.http(401, "{\"decision\":true}")),
        bad(Lack.ERROR_STATUS, "internal error", RoguePdp.http(500, "{\"decision\":true}")),
        bad(
            Lack.UNREACHABLE,
            "body shorter than said",
            RoguePdp.http(200, "{\"decision\":true} ").strip()),
        bad(
            Lack.MALFORMED,
            "body too long",
            RoguePdp.http(200, "{\"decision\":true}" + " ".repeat(100_000))),
        bad(Lack.MALFORMED, "not HTTP", "permit\r\n\r\n"),
        bad(Lack.UNREACHABLE, "closed without a word", ""),
        bad(
            Lack.MALFORMED,
            "answer to another request",
            stamped("X-Request-ID: somebody-else\r\n")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("badAnswers")
  void aBadAnswerIsNoDecisionAndToldAsWhatItIs(Lack lack, String name, String answer)
      throws Exception {
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(answer))) {
      assertThat(ask(pdp.url(), LONG, Action.WRITE))
          .as(name)
          .isInstanceOfSatisfying(
              Indeterminate.class,
              i -> {
                assertThat(i.lack()).as(i.cause()).isEqualTo(lack);
                assertThat(i.cause()).contains(pdp.url() + "/access/v1/evaluation");
              });
      assertThat(pdp.heads()).as("asked once").hasSize(1);
    }
  }

  @Test
  void aGoodAnswerIsTaken() throws Exception {
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(RoguePdp.http(200, "{\"decision\":true}")))) {
      assertThat(ask(pdp.url(), LONG, Action.WRITE))
          .isEqualTo(new Permit(Scope.READ_WRITE, Requests.NOW.plusSeconds(5)));
      assertThat(ask(URI.create(pdp.url() + "/tenant/"), LONG, Action.READ))
          .isEqualTo(new Permit(Scope.READ_ONLY, Requests.NOW.plusSeconds(5)));
      assertThat(pdp.heads().getFirst())
          .startsWith("POST /access/v1/evaluation HTTP/1.1\r\n")
          .containsIgnoringCase("Content-Type: application/json\r\n")
          .containsIgnoringCase("X-Request-ID: ");
      assertThat(pdp.heads().getLast()).startsWith("POST /tenant/access/v1/evaluation HTTP/1.1");
    }
  }

  @Test
  void aDenialIsTakenWithItsReason() throws Exception {
    String denial = "{\"decision\":false,\"context\":{\"reason\":\"no ticket\"}}";
    try (RoguePdp pdp = new RoguePdp(RoguePdp.bytes(RoguePdp.http(200, denial)))) {
      assertThat(ask(pdp.url(), LONG, Action.WRITE)).isEqualTo(new Deny("no ticket"));
    }
  }

  @Test
  void theIdentifierOfTheRequestMayComeBack() throws Exception {
    RoguePdp.Manner echo =
        (socket, head, closed) -> {
          String lower = head.toLowerCase(Locale.ROOT);
          int at = lower.indexOf("x-request-id: ");
          String line = head.substring(at, head.indexOf("\r\n", at) + 2);
          socket.getOutputStream().write(stamped(line).getBytes(StandardCharsets.UTF_8));
        };
    try (RoguePdp pdp = new RoguePdp(echo)) {
      assertThat(ask(pdp.url(), LONG, Action.READ)).isInstanceOf(Permit.class);
    }
  }

  @Test
  void silenceIsIndeterminate() throws Exception {
    try (RoguePdp pdp = new RoguePdp((socket, head, closed) -> closed.await())) {
      assertThat(ask(pdp.url(), SHORT, Action.READ))
          .isInstanceOfSatisfying(
              Indeterminate.class,
              i -> {
                assertThat(i.lack()).isEqualTo(Lack.LATE);
                assertThat(i.cause()).contains("no answer within 150 ms");
              });
    }
  }

  @Test
  void aDrippingPermitIsLate() throws Exception {
    String permit = RoguePdp.http(200, "{\"decision\":true}");
    RoguePdp.Manner drip =
        (socket, head, closed) -> {
          for (byte b : permit.getBytes(StandardCharsets.UTF_8)) {
            socket.getOutputStream().write(b);
            if (closed.await(20, TimeUnit.MILLISECONDS)) {
              return;
            }
          }
        };
    try (RoguePdp pdp = new RoguePdp(drip)) {
      assertThat(ask(pdp.url(), SHORT, Action.READ))
          .isInstanceOfSatisfying(
              Indeterminate.class, i -> assertThat(i.cause()).contains("no answer within"));
    }
  }

  @Test
  void aBodyThatStopsHalfWayIsLate() throws Exception {
    String half = RoguePdp.http(200, "{\"decision\":true}").replace("true}", "");
    RoguePdp.Manner stall =
        (socket, head, closed) -> {
          socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
          closed.await();
        };
    try (RoguePdp pdp = new RoguePdp(stall)) {
      assertThat(ask(pdp.url(), SHORT, Action.READ)).isInstanceOf(Indeterminate.class);
    }
  }

  @Test
  void aRefusedConnectionIsIndeterminate() throws Exception {
    assertThat(ask(URI.create("http://127.0.0.1:" + freePort()), LONG, Action.READ))
        .isInstanceOfSatisfying(
            Indeterminate.class, i -> assertThat(i.cause()).contains("ConnectException"));
  }

  @Test
  void anInterruptIsIndeterminateAndIsKept() throws Exception {
    try (RoguePdp pdp = new RoguePdp((socket, head, closed) -> closed.await())) {
      Thread.currentThread().interrupt();
      Decision decision = ask(pdp.url(), LONG, Action.READ);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(decision).isInstanceOf(Indeterminate.class);
    }
  }

  @Test
  void closeEndsARequestInProgressAndWhatComesAfterIsIndeterminate() throws Exception {
    try (RoguePdp pdp = new RoguePdp((socket, head, closed) -> closed.await())) {
      AuthzenClient client = new AuthzenClient(Endpoints.below(pdp.url()), LONG);
      CompletableFuture<Decision> pending =
          CompletableFuture.supplyAsync(() -> client.evaluate(Requests.of(Action.READ)));
      await("request at the PDP")
          .atMost(Duration.ofSeconds(10))
          .until(() -> !pdp.heads().isEmpty());

      client.close();

      assertThat(pending.get(10, TimeUnit.SECONDS)).isInstanceOf(Indeterminate.class);
      assertThat(client.evaluate(Requests.of(Action.READ))).isInstanceOf(Indeterminate.class);
    }
  }

  private static Decision ask(URI url, Duration timeout, Action action) {
    try (AuthzenClient client = new AuthzenClient(Endpoints.below(url), timeout)) {
      return client.evaluate(Requests.of(action));
    }
  }

  private static Arguments bad(Lack lack, String name, String answer) {
    return Arguments.of(lack, name, answer);
  }

  private static String permitUntil(String until) {
    return "{\"decision\":true,\"context\":{\"until\":\"" + until + "\"}}";
  }

  private static String redirect() {
    return RoguePdp.http(307, "").replace("\r\n\r\n", "\r\nLocation: /access/v1/other\r\n\r\n");
  }

  private static String stamped(String header) {
    return RoguePdp.http(200, "{\"decision\":true}").replace("\r\n\r\n", "\r\n" + header + "\r\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
