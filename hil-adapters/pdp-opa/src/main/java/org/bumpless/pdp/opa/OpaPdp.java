package org.bumpless.pdp.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.UsualPermit;
import org.bumpless.pdp.authzen.AuthzenJson;
import org.bumpless.pdp.authzen.HttpLine;
import org.bumpless.pdp.authzen.JsonPlace;
import org.bumpless.pdp.authzen.MalformedException;
import org.bumpless.pdp.authzen.NoDecisionException;

/** An Open Policy Agent somewhere on the network, asked for one rule. */
final class OpaPdp implements PolicyDecisionPoint {
  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final String RESULT = "result";
  private static final String ALLOW = "allow";

  private final URI rule;
  private final HttpLine line;
  private final AuthzenJson json = new AuthzenJson();

  /**
   * @param rule where the rule stands in the Data API
   * @param timeout longest wait for an answer
   */
  OpaPdp(URI rule, Duration timeout) {
    this.rule = rule;
    this.line = new HttpLine(timeout);
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    try {
      JsonNode question = JsonNodeFactory.instance.objectNode().set("input", json.write(request));
      String answer = line.post(rule, question.toString(), ANSWER_BYTES_MAX);
      return decision(request, JsonPlace.whole(json.parse(answer)));
    } catch (NoDecisionException e) {
      return e.decision(asked());
    } catch (MalformedException e) {
      return e.noDecision().decision(asked());
    } catch (RuntimeException e) {
      return new Decision.Indeterminate(asked() + ": " + e.getMessage());
    }
  }

  private static Decision decision(AccessRequest request, JsonPlace answer)
      throws MalformedException {
    JsonNode result = answer.node().path(RESULT);
    if (answer.node().has("code") || answer.node().has("errors")) {
      throw new MalformedException(
          Lack.ERROR_BODY, "the answer", JsonPlace.shown(answer.node()), "a result, not an error");
    }
    if (result.isMissingNode()) {
      throw new MalformedException(
          Lack.WITHOUT_DECISION,
          RESULT,
          "nothing",
          "a decision; the rule is not there or undefined for this input");
    }
    if (result.isObject()) {
      return decision(request, answer.object(RESULT), result.path(ALLOW));
    }
    return granted(result, RESULT)
        ? UsualPermit.of(request)
        : new Decision.Deny("the policy denies and gives no reason");
  }

  private static Decision decision(AccessRequest request, JsonPlace result, JsonNode allow)
      throws MalformedException {
    if (!granted(allow, result.place(ALLOW))) {
      return new Decision.Deny(reasons(result));
    }
    Optional<String> until = result.optionalText("until");
    if (until.isEmpty()) {
      return UsualPermit.of(request);
    }
    Instant ends = result.instant("until");
    if (!ends.isAfter(request.context().now())) {
      throw new MalformedException(
          Lack.MALFORMED,
          result.place("until"),
          ends,
          "a permit that was not over when it was asked for");
    }
    return UsualPermit.of(request, ends);
  }

  private static boolean granted(JsonNode value, String place) throws MalformedException {
    if (!value.isBoolean()) {
      throw new MalformedException(
          value.isMissingNode() ? Lack.WITHOUT_DECISION : Lack.NOT_BOOLEAN,
          place,
          JsonPlace.shown(value),
          "true or false");
    }
    return value.booleanValue();
  }

  private static String reasons(JsonPlace result) throws MalformedException {
    String reasons = result.node().has("reasons") ? String.join("; ", result.texts("reasons")) : "";
    return reasons.isEmpty() ? "the policy denies and gives no reason" : reasons;
  }

  private String asked() {
    return "OPA at " + rule;
  }

  @Override
  public void close() {
    line.close();
  }
}
