package org.bumpless.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bumpless.adapter.http.HttpService.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServiceTest {
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private final CountDownLatch never = new CountDownLatch(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpService service;

  @BeforeEach
  void start() throws IOException {
    service =
        new HttpService(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            "http-service-test",
            Map.of(
                "/echo", new Route("POST", question -> HttpAnswer.json(200, question.body())),
                "/query", new Route("GET", HttpServiceTest::query),
                "/fault", new Route("GET", _ -> brokenRoute()),
                "/dead", new Route("GET", _ -> new HttpAnswer.HungUp()),
                "/stuck", new Route("GET", _ -> waitForever())));
  }

  @AfterEach
  void stop() {
    service.close();
    client.close();
  }

  @Test
  void aRouteAnswersWithTypeBodyAndTheIdentifierOfTheRequest() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(at("/echo"))
                .header("X-Request-ID", "42")
                .POST(BodyPublishers.ofString("{\"a\":\"ä\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"a\":\"ä\"}");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("X-Request-ID")).contains("42");
  }

  @Test
  void pathsAreExact() throws Exception {
    assertThat(get("/queryx").statusCode()).isEqualTo(404);
    assertThat(get("/query/x").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherMethodIsRefusedWithTheOneThatIsAllowed() throws Exception {
    HttpResponse<String> response = get("/echo");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    assertThat(post("/echo", new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    assertThat(post("/echo", new byte[] {'"', (byte) 0xC3, '"'}).statusCode()).isEqualTo(400);
  }

  @Test
  void aFaultInARouteIsTold() throws Exception {
    HttpResponse<String> response = get("/fault");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("broken on purpose");
  }

  @Test
  void aDeadServiceClosesTheConnectionWithoutAWord() {
    assertThatThrownBy(() -> get("/dead")).isInstanceOf(IOException.class);
  }

  @Test
  void parametersAreDecodedAndComplete() throws Exception {
    assertThat(get("/query?a=x%2Fy&b=%C3%A4").body()).isEqualTo("x/y ä");
    assertThat(get("/query?a=1").body()).contains("\"b\" is missing");
    assertThat(get("/query?a=1&b=").body()).contains("\"b\" is missing or empty");
    assertThat(get("/query?a=1&b=2&a=1").body()).contains("\"a\" is given twice");
    assertThat(get("/query?a=1&b=2&c=3").body()).contains("unknown query parameter \"c\"");
    assertThat(get("/query?a=1&b=2&").body()).contains("unknown query parameter \"\"");
    assertThat(get("/query").body()).contains("is missing");
  }

  @Test
  void closeEndsARequestInProgressAndEveryThread() {
    CompletableFuture<HttpResponse<String>> stuck =
        client.sendAsync(HttpRequest.newBuilder(at("/stuck")).build(), BodyHandlers.ofString());
    await("request in progress").atMost(WAIT_MAX).until(() -> threads() > 0);

    service.close();

    await("client let go").atMost(WAIT_MAX).until(stuck::isCompletedExceptionally);
    await("threads gone").atMost(WAIT_MAX).until(() -> threads() == 0);
  }

  @Test
  void aTakenAddressIsNamed() {
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), service.url().getPort());

    assertThatThrownBy(() -> new HttpService(taken, "second", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot serve second at")
        .hasMessageContaining(String.valueOf(taken.getPort()))
        .hasMessageContaining("expected a free port");
  }

  private static HttpAnswer query(HttpQuestion question) {
    try {
      Map<String, String> found = question.parameters(Set.of("a", "b"));
      return HttpAnswer.text(200, found.get("a") + " " + found.get("b"));
    } catch (IllegalArgumentException e) {
      return HttpAnswer.text(400, String.valueOf(e.getMessage()));
    }
  }

  private static HttpAnswer brokenRoute() {
    throw new IllegalStateException("broken on purpose");
  }

  private HttpAnswer waitForever() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new HttpAnswer.HungUp();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("http-service-test"))
        .count();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(service.url() + path);
  }
}
