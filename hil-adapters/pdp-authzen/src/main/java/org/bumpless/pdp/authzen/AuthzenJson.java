package org.bumpless.pdp.authzen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Context;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pdp.UsualPermit;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/**
 * Access requests and decisions as AuthZEN JSON, in both directions; the form is in the package's
 * text.
 */
public final class AuthzenJson {
  static final String RESOURCE_TYPE = "controller";

  /** How Jackson tells a key that stands twice, and something behind the end. */
  private static final Pattern TWICE = Pattern.compile("Duplicate field 'decision'|Trailing token");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Map<String, Subject.Kind> kinds = words(Subject.Kind.class, AuthzenJson::word);
  private final Map<String, Action> actions = words(Action.class, AuthzenJson::word);
  private final Map<String, DeclaredFlow> flows = words(DeclaredFlow.class, AuthzenJson::word);
  private final Map<String, PurdueLevel> levels = words(PurdueLevel.class, PurdueLevel::label);
  private final Map<String, SecurityLevel> targets = words(SecurityLevel.class, Enum::name);

  /** Reads JSON text, every key once and nothing behind its end. */
  public JsonNode parse(String text) throws MalformedException {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      String told = String.valueOf(e.getOriginalMessage());
      throw new MalformedException(
          TWICE.matcher(told).find() ? Lack.TWICE : Lack.MALFORMED, "not JSON: " + told);
    }
  }

  /** A request as it is sent. */
  public ObjectNode write(AccessRequest request) {
    ObjectNode node = NODES.objectNode();
    node.set("subject", subject(request.subject()));
    node.putObject("action").put("name", word(request.action()));
    ObjectNode resource = node.putObject("resource");
    resource.put("type", RESOURCE_TYPE).put("id", request.resource().asset().value());
    resource
        .putObject("properties")
        .put("level", request.resource().level().label())
        .put("sl_target", request.resource().target().name());
    node.set("context", context(request.context()));
    return node;
  }

  private static ObjectNode subject(Subject subject) {
    ObjectNode node = NODES.objectNode();
    node.put("type", word(subject.kind())).put("id", subject.spiffeId());
    ObjectNode properties = node.putObject("properties");
    properties.put("mfa", subject.mfa()).put("svid_valid", subject.svidValid());
    ArrayNode groups = properties.putArray("groups");
    subject.groups().stream().sorted().forEach(groups::add);
    properties.put("role", subject.role()).put("edr_healthy", subject.edrHealthy());
    return node;
  }

  private static ObjectNode context(Context context) {
    ObjectNode node = NODES.objectNode();
    node.put("time", context.now().toString()).put("protocol", context.protocol().id());
    context
        .ticket()
        .ifPresent(
            ticket ->
                node.putObject("ticket")
                    .put("id", ticket.id())
                    .put("opens", ticket.opens().toString())
                    .put("closes", ticket.closes().toString()));
    return node.put("declared_flow", word(context.flow()));
  }

  /** Reads a request; whatever is missing or mistyped is an error. */
  public AccessRequest readRequest(JsonNode message) throws MalformedException {
    JsonPlace request = JsonPlace.whole(message);
    return new AccessRequest(
        readSubject(request.object("subject")),
        request.object("action").oneOf("name", actions),
        readResource(request.object("resource")),
        readContext(request.object("context")));
  }

  private Subject readSubject(JsonPlace subject) throws MalformedException {
    JsonPlace properties = subject.object("properties");
    return new Subject(
        subject.text("id"),
        subject.oneOf("type", kinds),
        properties.bool("mfa"),
        properties.bool("svid_valid"),
        properties.texts("groups"),
        properties.text("role"),
        properties.bool("edr_healthy"));
  }

  private Resource readResource(JsonPlace resource) throws MalformedException {
    resource.oneOf("type", Map.of(RESOURCE_TYPE, RESOURCE_TYPE));
    JsonPlace properties = resource.object("properties");
    return new Resource(
        named(resource, "id", AssetId::new),
        properties.oneOf("level", levels),
        properties.oneOf("sl_target", targets));
  }

  private Context readContext(JsonPlace context) throws MalformedException {
    Optional<JsonPlace> ticket = context.optionalObject("ticket");
    return new Context(
        context.instant("time"),
        named(context, "protocol", Protocol::new),
        ticket.isPresent() ? Optional.of(readTicket(ticket.get())) : Optional.empty(),
        context.oneOf("declared_flow", flows));
  }

  private static Ticket readTicket(JsonPlace ticket) throws MalformedException {
    return new Ticket(ticket.text("id"), ticket.instant("opens"), ticket.instant("closes"));
  }

  private static <T> T named(JsonPlace place, String member, Function<String, T> name)
      throws MalformedException {
    try {
      return name.apply(place.text(member));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(place.place(member) + ": " + e.getMessage());
    }
  }

  /**
   * A decision as it is sent.
   *
   * @return empty if there is none to send: an indeterminate one, or a permit that is narrower than
   *     what was asked for, which the API could only state as the wider one
   */
  Optional<ObjectNode> write(AccessRequest request, Decision decision) {
    return switch (decision) {
      case Decision.Permit permit -> {
        if (!permit.covers(request.action())) {
          yield Optional.empty();
        }
        ObjectNode node = NODES.objectNode().put("decision", true);
        node.putObject("context").put("until", permit.until().toString());
        yield Optional.of(node);
      }
      case Decision.Deny(String reason) -> {
        ObjectNode node = NODES.objectNode().put("decision", false);
        node.putObject("context").put("reason", reason);
        yield Optional.of(node);
      }
      case Decision.Indeterminate _ -> Optional.empty();
    };
  }

  /**
   * Reads the answer to a request.
   *
   * <p>A permit goes as far as the action that was asked for, never further. It holds until {@code
   * context.until}, else for the usual time of {@link UsualPermit}.
   *
   * @throws MalformedException if the answer is not a decision, or permits what is over already
   */
  public Decision readDecision(AccessRequest request, JsonNode message) throws MalformedException {
    JsonPlace answer = JsonPlace.whole(message);
    refuseError(answer, "error");
    boolean permitted = decision(answer);
    Optional<JsonPlace> context = answer.optionalObject("context");
    if (context.isPresent()) {
      refuseError(context.get(), "error");
    }
    if (!permitted) {
      return new Decision.Deny(reason(context));
    }
    if (context.isEmpty() || !context.get().node().has("until")) {
      return UsualPermit.of(request);
    }
    Instant until = context.get().instant("until");
    Instant now = request.context().now();
    if (!until.isAfter(now)) {
      throw new MalformedException(
          "permit until " + until + ": it was over when it was asked for at " + now);
    }
    return UsualPermit.of(request, until);
  }

  /** An error is an error, whatever decision stands beside it. */
  private static void refuseError(JsonPlace place, String name) throws MalformedException {
    if (place.node().has(name)) {
      throw new MalformedException(
          Lack.ERROR_BODY,
          place.place(name),
          JsonPlace.shown(place.node().path(name)),
          "a decision without an error");
    }
  }

  private static boolean decision(JsonPlace answer) throws MalformedException {
    JsonNode decision = answer.node().path("decision");
    if (!decision.isBoolean()) {
      throw new MalformedException(
          decision.isMissingNode() ? Lack.WITHOUT_DECISION : Lack.NOT_BOOLEAN,
          answer.place("decision"),
          JsonPlace.shown(decision),
          "true or false");
    }
    return decision.booleanValue();
  }

  /** Many requests in one message, each by itself. */
  ObjectNode writeAll(List<AccessRequest> requests) {
    ObjectNode node = NODES.objectNode();
    ArrayNode evaluations = node.putArray("evaluations");
    requests.forEach(request -> evaluations.add(write(request)));
    return node;
  }

  /**
   * Reads the answers to many requests; one that is no decision does not spoil the others.
   *
   * @param asked who was asked
   * @throws MalformedException if there are not as many as there were requests
   */
  List<Decision> readDecisions(String asked, List<AccessRequest> requests, JsonNode message)
      throws MalformedException {
    JsonPlace answer = JsonPlace.whole(message);
    refuseError(answer, "error");
    JsonNode evaluations = message.path("evaluations");
    if (!evaluations.isArray() || evaluations.size() != requests.size()) {
      throw new MalformedException(
          evaluations.isMissingNode() ? Lack.WITHOUT_DECISION : Lack.MALFORMED,
          "evaluations",
          evaluations.isArray() ? evaluations.size() + " of them" : JsonPlace.shown(evaluations),
          "an array of " + requests.size());
    }
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      decisions.add(readOne(asked, requests.get(i), evaluations.get(i)));
    }
    return decisions;
  }

  private Decision readOne(String asked, AccessRequest request, JsonNode message) {
    try {
      return readDecision(request, message);
    } catch (MalformedException e) {
      return e.noDecision().decision(asked);
    }
  }

  private static String reason(Optional<JsonPlace> context) {
    return context
        .map(place -> place.node().path("reason"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse("the PDP denies and gives no reason");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Map<String, E> words(
      Class<E> type, Function<E, String> spelling) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toUnmodifiableMap(spelling, Function.identity()));
  }
}
