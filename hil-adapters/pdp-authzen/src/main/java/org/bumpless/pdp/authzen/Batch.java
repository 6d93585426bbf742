package org.bumpless.pdp.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/**
 * Many evaluations in one message (AuthZEN 1.0, Access Evaluations API).
 *
 * <p>A fault in one of them is told in its place as {@code "decision": false} with {@code
 * context.error}; a fault of the whole message is HTTP 400.
 */
final class Batch {
  private static final int EVALUATIONS_MAX = 1000;
  private static final List<String> DEFAULTS = List.of("subject", "action", "resource", "context");

  private final PolicyDecisionPoint pdp;
  private final AuthzenJson json;

  Batch(PolicyDecisionPoint pdp, AuthzenJson json) {
    this.pdp = pdp;
    this.json = json;
  }

  /**
   * Evaluates in the order of the message.
   *
   * @param message with a non-empty array {@code evaluations}
   */
  ObjectNode answer(JsonNode message) throws MalformedException {
    JsonNode evaluations = message.path("evaluations");
    if (!evaluations.isArray() || evaluations.size() > EVALUATIONS_MAX) {
      throw new MalformedException(
          "evaluations",
          evaluations.isArray() ? evaluations.size() + " of them" : JsonPlace.shown(evaluations),
          "an array of at most " + EVALUATIONS_MAX);
    }
    Semantic semantic = semantic(message);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode decisions = answer.putArray("evaluations");
    for (JsonNode evaluation : evaluations) {
      ObjectNode decision = one(message, evaluation);
      decisions.add(decision);
      if (semantic.endsWith(decision.path("decision").booleanValue())) {
        break;
      }
    }
    return answer;
  }

  private ObjectNode one(JsonNode message, JsonNode evaluation) {
    try {
      AccessRequest request = json.readRequest(merged(message, evaluation));
      Decision decision = pdp.evaluate(request);
      Optional<ObjectNode> written = json.write(request, decision);
      return written.orElseGet(() -> error(500, "no decision: " + decision));
    } catch (MalformedException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  /**
   * A key of the evaluation stands for the whole key of the message; nothing is merged below it.
   */
  private static JsonNode merged(JsonNode message, JsonNode evaluation) throws MalformedException {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    JsonNode own = JsonPlace.whole(evaluation).node();
    for (String key : DEFAULTS) {
      JsonNode value = own.has(key) ? own.path(key) : message.path(key);
      if (!value.isMissingNode()) {
        merged.set(key, value);
      }
    }
    return merged;
  }

  private static ObjectNode error(int status, String reason) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("decision", false);
    node.putObject("context").putObject("error").put("status", status).put("message", reason);
    return node;
  }

  private static Semantic semantic(JsonNode message) throws MalformedException {
    Optional<JsonPlace> options = JsonPlace.whole(message).optionalObject("options");
    if (options.isEmpty() || !options.get().node().has("evaluations_semantic")) {
      return Semantic.EXECUTE_ALL;
    }
    return options
        .get()
        .oneOf(
            "evaluations_semantic",
            Map.of(
                "execute_all", Semantic.EXECUTE_ALL,
                "deny_on_first_deny", Semantic.DENY_ON_FIRST_DENY,
                "permit_on_first_permit", Semantic.PERMIT_ON_FIRST_PERMIT));
  }

  /** When the rest of the evaluations is not looked at. */
  private enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    boolean endsWith(boolean permitted) {
      return switch (this) {
        case EXECUTE_ALL -> false;
        case DENY_ON_FIRST_DENY -> !permitted;
        case PERMIT_ON_FIRST_PERMIT -> permitted;
      };
    }
  }
}
