package org.bumpless.pep.reference.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.records.FactsException;
import org.bumpless.adapter.records.KnownSubject;
import org.bumpless.adapter.records.SubjectSource;
import org.bumpless.adapter.records.TicketSource;
import org.bumpless.plant.model.AssetId;

/**
 * Reads directory, posture and tickets from the plant's services over HTTP; what it cannot read is
 * no fact.
 */
public final class PlantRecords implements SubjectSource, TicketSource, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long BODY_MAX = 256 * 1024;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final String base;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();

  public PlantRecords(URI servicesUrl) {
    String text = servicesUrl.toString();
    base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  @Override
  public KnownSubject find(String spiffeId) throws FactsException {
    String path = "/v1/subjects?id=" + encoded(spiffeId);
    Optional<JsonNode> found = get(path);
    if (found.isEmpty()) {
      return KnownSubject.NOBODY;
    }
    JsonNode node = found.get();
    return new KnownSubject(
        kind(path, text(path, node, "kind")),
        flag(path, node, "mfa"),
        texts(path, node),
        text(path, node, "role"),
        flag(path, node, "edrHealthy"));
  }

  @Override
  public List<Ticket> find(String spiffeId, AssetId asset) throws FactsException {
    String path = "/v1/tickets?subject=" + encoded(spiffeId) + "&asset=" + encoded(asset.value());
    JsonNode list = get(path).orElseThrow(() -> unexpected(path, "HTTP 404", "a list"));
    if (!list.isArray()) {
      throw unexpected(path, list.getNodeType().toString(), "a list");
    }
    List<Ticket> tickets = new ArrayList<>();
    for (JsonNode node : list) {
      tickets.add(
          new Ticket(
              text(path, node, "id"), moment(path, node, "opens"), moment(path, node, "closes")));
    }
    return tickets;
  }

  private Optional<JsonNode> get(String path) throws FactsException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).GET().build();
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), BODY_MAX));
      return switch (response.statusCode()) {
        case OK -> Optional.of(json.readTree(response.body()));
        case NOT_FOUND -> Optional.empty();
        default -> throw unexpected(path, "HTTP " + response.statusCode(), "200 or 404");
      };
    } catch (JsonProcessingException e) {
      throw new FactsException("GET " + path + ": answer is not JSON", e);
    } catch (IOException e) {
      throw new FactsException("GET " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FactsException("GET " + path + ": interrupted", e);
    }
  }

  private static Subject.Kind kind(String path, String text) throws FactsException {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "PERSON" -> Subject.Kind.PERSON;
      case "WORKLOAD" -> Subject.Kind.WORKLOAD;
      default -> throw unexpected(path, "kind \"" + text + "\"", "person or workload");
    };
  }

  private static String text(String path, JsonNode node, String field) throws FactsException {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw unexpected(path, field + " " + value.getNodeType(), "a text");
    }
    return value.textValue();
  }

  private static boolean flag(String path, JsonNode node, String field) throws FactsException {
    JsonNode value = node.path(field);
    if (!value.isBoolean()) {
      throw unexpected(path, field + " " + value.getNodeType(), "true or false");
    }
    return value.booleanValue();
  }

  private static Set<String> texts(String path, JsonNode node) throws FactsException {
    JsonNode list = node.path("groups");
    if (!list.isArray()) {
      throw unexpected(path, "groups " + list.getNodeType(), "a list");
    }
    Set<String> texts = new HashSet<>();
    list.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static Instant moment(String path, JsonNode node, String field) throws FactsException {
    String text = text(path, node, field);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new FactsException(
          "GET " + path + ": " + field + " \"" + text + "\", expected an ISO 8601 instant", e);
    }
  }

  private static FactsException unexpected(String path, String found, String expected) {
    return new FactsException("GET " + path + ": " + found + ", expected " + expected);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
