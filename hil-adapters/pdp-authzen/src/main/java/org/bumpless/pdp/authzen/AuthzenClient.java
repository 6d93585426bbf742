package org.bumpless.pdp.authzen;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/**
 * A policy decision point somewhere on the network, asked over the AuthZEN API.
 *
 * <p>One request is asked once: nothing is retried, redirected or remembered. The time-out covers
 * everything from connecting to the last byte, so that a PDP which drips is late like any other.
 */
public final class AuthzenClient implements PolicyDecisionPoint {
  /** What an answer may be long; a decision is some 100 bytes. */
  private static final int ANSWER_BYTES_MAX = 64 * 1024;

  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
  private static final String REQUEST_ID = "X-Request-ID";

  private final URI evaluation;
  private final Duration timeout;
  private final AuthzenJson json = new AuthzenJson();
  private final HttpClient http;

  /**
   * @param base URL below which {@code /access/v1/evaluation} stands
   * @param timeout longest wait for a decision
   */
  public AuthzenClient(URI base, Duration timeout) {
    this.evaluation = URI.create(base.toString().replaceFirst("/+$", "") + "/access/v1/evaluation");
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    try {
      return ask(request);
    } catch (MalformedException | RuntimeException e) {
      return indeterminate(String.valueOf(e.getMessage()));
    }
  }

  private Decision ask(AccessRequest request) throws MalformedException {
    String id = UUID.randomUUID().toString();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            message(request, id), BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX));
    try {
      return decision(request, id, answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return indeterminate("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return indeterminate(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return indeterminate("interrupted while waiting for the answer");
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest message(AccessRequest request, String id) {
    return HttpRequest.newBuilder(evaluation)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header(REQUEST_ID, id)
        .POST(BodyPublishers.ofString(json.write(request).toString()))
        .build();
  }

  private Decision decision(AccessRequest request, String id, HttpResponse<String> response)
      throws MalformedException {
    if (response.statusCode() != 200) {
      throw new MalformedException("HTTP status", response.statusCode(), "200");
    }
    Optional<String> answered = response.headers().firstValue(REQUEST_ID);
    if (answered.isPresent() && !answered.get().equals(id)) {
      throw new MalformedException(
          REQUEST_ID, answered.get(), id + ": this is the answer to another request");
    }
    return json.readDecision(request, json.parse(response.body()));
  }

  private Decision indeterminate(String cause) {
    return new Decision.Indeterminate("PDP at " + evaluation + ": " + cause);
  }

  @Override
  public void close() {
    http.shutdownNow();
    try {
      if (!http.awaitTermination(CLOSE_MAX)) {
        throw new IllegalStateException("connections to " + evaluation + " stay open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
