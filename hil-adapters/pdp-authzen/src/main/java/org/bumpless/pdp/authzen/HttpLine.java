package org.bumpless.pdp.authzen;

import java.net.ProtocolException;
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
import org.bumpless.adapter.pdp.Lack;

/**
 * The way to a decision point over HTTP: one question, one answer, in time; safe for any number of
 * threads.
 *
 * <p>A question is sent once: nothing is retried, redirected or remembered. Connections are kept
 * and used again. The time-out covers everything from connecting to the last byte, so that a
 * decision point which drips is late like any other.
 */
public final class HttpLine implements AutoCloseable {
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
  private static final String REQUEST_ID = "X-Request-ID";
  private static final String JSON = "application/json";
  private static final String TOO_LONG = "body exceeds capacity";

  private final Duration timeout;
  private final HttpClient http;

  /**
   * @param timeout longest wait for an answer
   */
  public HttpLine(Duration timeout) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Sends JSON and waits for JSON.
   *
   * @param answerBytesMax a longer answer is none
   * @return the body of a 200
   * @throws NoDecisionException if there is none
   */
  public String post(URI url, String body, int answerBytesMax) throws NoDecisionException {
    return ask(
        HttpRequest.newBuilder(url)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(body)),
        answerBytesMax);
  }

  /**
   * Fetches JSON.
   *
   * @param answerBytesMax a longer answer is none
   * @return the body of a 200
   * @throws NoDecisionException if there is none
   */
  public String get(URI url, int answerBytesMax) throws NoDecisionException {
    return ask(HttpRequest.newBuilder(url).GET(), answerBytesMax);
  }

  private String ask(HttpRequest.Builder question, int answerBytesMax) throws NoDecisionException {
    String id = UUID.randomUUID().toString();
    HttpRequest request = question.header("Accept", JSON).header(REQUEST_ID, id).build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), answerBytesMax));
    try {
      return body(id, answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) { // what it would say is what the message says
      throw new NoDecisionException(Lack.LATE, "no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      throw new NoDecisionException(lack(cause), String.valueOf(cause));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // for whoever asked
      throw new NoDecisionException(Lack.UNDECIDED, "interrupted while waiting for the answer");
    } finally {
      answer.cancel(true);
    }
  }

  private static Lack lack(Throwable cause) {
    boolean understood =
        !(cause instanceof ProtocolException)
            && !String.valueOf(cause.getMessage()).contains(TOO_LONG);
    return understood ? Lack.UNREACHABLE : Lack.MALFORMED;
  }

  private static String body(String id, HttpResponse<String> response) throws NoDecisionException {
    if (response.statusCode() != 200) {
      throw new NoDecisionException(
          Lack.ERROR_STATUS, "HTTP status: found " + response.statusCode() + ", expected 200");
    }
    Optional<String> answered = response.headers().firstValue(REQUEST_ID);
    if (answered.isPresent() && !answered.get().equals(id)) {
      throw new NoDecisionException(
          Lack.MALFORMED,
          "%s: found %s, expected %s: this is the answer to another request"
              .formatted(REQUEST_ID, answered.get(), id));
    }
    return response.body();
  }

  /** Ends what is under way; what is asked afterwards gets no answer. */
  @Override
  public void close() {
    http.shutdownNow();
    try {
      if (!http.awaitTermination(CLOSE_MAX)) {
        throw new IllegalStateException("connections stay open");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // they end by themselves
    }
  }
}
