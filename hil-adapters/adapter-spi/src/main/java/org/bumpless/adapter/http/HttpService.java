package org.bumpless.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP server of the bench: fixed routes, a fixed number of threads, a bounded queue.
 *
 * <p>When the queue is full the server takes nothing new from the network until there is room.
 */
public final class HttpService implements AutoCloseable {
  private static final String REQUEST_ID = "X-Request-ID";
  private static final int THREADS = 8;
  private static final int QUEUED = 256;
  private static final int BODY_BYTES_MAX = 1 << 20;
  private static final long CLOSE_SECONDS_MAX = 5;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Map<String, Route> routes;

  /**
   * What stands under a path.
   *
   * @param method the one method that is answered; others get 405
   * @param answer called on several threads at once; may block for a bounded time
   */
  public record Route(String method, Function<HttpQuestion, HttpAnswer> answer) {}

  /**
   * Starts a server.
   *
   * @param bind port 0 for any free one
   * @param name of its threads
   * @param routes path to what stands there; any other path gets 404
   * @throws IOException if the address cannot be had; the message names it
   */
  public HttpService(InetSocketAddress bind, String name, Map<String, Route> routes)
      throws IOException {
    this.routes = Map.copyOf(routes);
    try {
      server = HttpServer.create(bind, 0);
    } catch (IOException e) {
      throw new IOException(
          "cannot serve "
              + name
              + " at "
              + bind
              + ": "
              + e.getMessage()
              + "; expected a free port of an address of this host",
          e);
    }
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUED),
            work -> Thread.ofPlatform().name(name + "-" + number.incrementAndGet()).unstarted(work),
            new ThreadPoolExecutor.CallerRunsPolicy());
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Base URL, without a slash at its end. */
  public URI url() {
    InetSocketAddress address = server.getAddress();
    try {
      return new URI(
          "http", null, address.getAddress().getHostAddress(), address.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no URL for " + address, e);
    }
  }

  /** Closes every connection and ends every thread; safe to call twice. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "a request at " + server.getAddress() + " did not end in " + CLOSE_SECONDS_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      switch (answer(exchange)) {
        case HttpAnswer.Sent sent -> send(exchange, identified(exchange, sent));
        case HttpAnswer.HungUp() -> {}
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the product hung up on " + exchange.getRequestURI(), e);
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Route route = routes.get(uri.getPath());
    if (route == null) {
      return HttpAnswer.text(
          404, "nothing at " + uri.getPath() + ": expected one of " + routes.keySet());
    }
    if (!route.method().equals(exchange.getRequestMethod())) {
      return HttpAnswer.text(
              405,
              exchange.getRequestMethod() + " " + uri.getPath() + ": expected " + route.method())
          .with("Allow", route.method());
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(BODY_BYTES_MAX + 1);
    }
    if (body.length > BODY_BYTES_MAX) {
      return HttpAnswer.text(413, "body too long: expected at most " + BODY_BYTES_MAX + " bytes");
    }
    try {
      return route.answer().apply(question(exchange, body));
    } catch (CharacterCodingException e) {
      return HttpAnswer.text(400, "body is not UTF-8: expected UTF-8 throughout");
    } catch (RuntimeException e) {
      return HttpAnswer.text(500, "fault in the bench, not in the request: " + e);
    }
  }

  private static HttpQuestion question(HttpExchange exchange, byte[] body)
      throws CharacterCodingException {
    return new HttpQuestion(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse(""),
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
  }

  /** An answer carries the identifier of its request (AuthZEN 1.0, request identification). */
  private static HttpAnswer.Sent identified(HttpExchange exchange, HttpAnswer.Sent sent) {
    String id = exchange.getRequestHeaders().getFirst(REQUEST_ID);
    return id == null ? sent : sent.with(REQUEST_ID, id);
  }

  private static void send(HttpExchange exchange, HttpAnswer.Sent sent) throws IOException {
    byte[] bytes = sent.bytes();
    exchange.getResponseHeaders().set("Content-Type", sent.contentType());
    sent.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(sent.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
