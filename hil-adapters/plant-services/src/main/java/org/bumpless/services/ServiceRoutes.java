package org.bumpless.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bumpless.adapter.http.HttpAnswer;
import org.bumpless.adapter.http.HttpQuestion;
import org.bumpless.adapter.http.HttpService.Route;
import org.bumpless.adapter.services.ChangeTickets.ChangeTicket;
import org.bumpless.adapter.services.Directory;
import org.bumpless.plant.model.AssetId;

/**
 * How products read the directory and the tickets over HTTP; the format is in the package's text.
 */
final class ServiceRoutes {
  private final LocalDirectory directory;
  private final LocalTickets tickets;

  ServiceRoutes(LocalDirectory directory, LocalTickets tickets) {
    this.directory = directory;
    this.tickets = tickets;
  }

  Map<String, Route> routes() {
    return Map.of(
        "/v1/subjects", new Route("GET", question -> checked(question, this::subject)),
        "/v1/tickets", new Route("GET", question -> checked(question, this::tickets)));
  }

  private static HttpAnswer checked(
      HttpQuestion question, Function<HttpQuestion, HttpAnswer> answer) {
    try {
      return answer.apply(question);
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  private HttpAnswer subject(HttpQuestion question) {
    String id = question.parameters(Set.of("id")).getOrDefault("id", "");
    Optional<Directory.Entry> entry = directory.find(id);
    return entry.isPresent()
        ? json(subject(entry.get()))
        : error(404, "the directory has no subject " + id);
  }

  private ObjectNode subject(Directory.Entry entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", entry.spiffeId());
    node.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    node.put("mfa", entry.mfa());
    node.set("groups", strings(entry.groups()));
    node.put("role", entry.role());
    node.put("device", entry.device().value());
    node.put("edrHealthy", directory.isHealthy(entry.device()));
    return node;
  }

  private HttpAnswer tickets(HttpQuestion question) {
    Map<String, String> parameters = question.parameters(Set.of("subject", "asset"));
    AssetId asset = new AssetId(parameters.getOrDefault("asset", ""));
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    tickets.find(parameters.getOrDefault("subject", ""), asset).forEach(t -> list.add(ticket(t)));
    return json(list);
  }

  private static ObjectNode ticket(ChangeTicket ticket) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", ticket.id());
    node.put("opens", ticket.opens().toString());
    node.put("closes", ticket.closes().toString());
    node.set("assets", strings(ticket.assets().stream().map(AssetId::value).toList()));
    return node;
  }

  private static ArrayNode strings(Collection<String> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.stream().sorted().forEach(list::add);
    return list;
  }

  private static HttpAnswer json(JsonNode node) {
    return HttpAnswer.json(200, node.toString());
  }

  private static HttpAnswer error(int status, String reason) {
    return HttpAnswer.json(
        status, JsonNodeFactory.instance.objectNode().put("error", reason).toString());
  }
}
