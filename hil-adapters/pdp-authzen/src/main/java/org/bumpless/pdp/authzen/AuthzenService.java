package org.bumpless.pdp.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.http.HttpAnswer;
import org.bumpless.adapter.http.HttpQuestion;
import org.bumpless.adapter.http.HttpService;
import org.bumpless.adapter.http.HttpService.Route;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.Mood;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/** A PDP behind the AuthZEN API, which can be made to fall silent or to fail. */
final class AuthzenService implements DecisionService {
  private static final String EVALUATION = "/access/v1/evaluation";
  private static final String EVALUATIONS = "/access/v1/evaluations";
  private static final String METADATA = "/.well-known/authzen-configuration";

  private final PolicyDecisionPoint pdp;
  private final AuthzenJson json = new AuthzenJson();
  private final Mood mood = new Mood();
  private final HttpService http;

  AuthzenService(PolicyDecisionPoint pdp, InetSocketAddress bind) throws IOException {
    this.pdp = pdp;
    http =
        new HttpService(
            bind,
            "authzen-pdp",
            Map.of(
                EVALUATION, new Route("POST", q -> inMood(() -> message(q, this::single))),
                EVALUATIONS, new Route("POST", q -> inMood(() -> message(q, this::batch))),
                METADATA, new Route("GET", _ -> inMood(this::metadata))));
  }

  @Override
  public URI url() {
    return http.url();
  }

  @Override
  public void behave(Behaviour behaviour) {
    mood.set(behaviour);
  }

  @Override
  public void close() {
    mood.end();
    http.close();
  }

  private HttpAnswer inMood(Sound sound) {
    return switch (mood.now()) {
      case SOUND -> sound.answer();
      case FAILING -> HttpAnswer.text(500, "this PDP fails, as the scenario told it to");
      case SILENT -> {
        mood.sitOut();
        yield new HttpAnswer.HungUp();
      }
      case GONE -> new HttpAnswer.HungUp();
      case LATE -> {
        mood.dawdle();
        yield sound.answer();
      }
      case NONSENSE ->
          HttpAnswer.json(200, "{\"decision\": \"true\", \"error\": \"no policy is loaded\"}");
    };
  }

  private HttpAnswer message(HttpQuestion question, Understood understood) {
    String type = question.contentType().toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    if (!type.equals("application/json")) {
      return HttpAnswer.text(
          400, "Content-Type: found \"" + type + "\", expected application/json");
    }
    try {
      return understood.answer(json.parse(question.body()));
    } catch (MalformedException e) {
      return HttpAnswer.text(400, String.valueOf(e.getMessage()));
    }
  }

  private HttpAnswer single(JsonNode message) throws MalformedException {
    AccessRequest request = json.readRequest(message);
    Decision decision = pdp.evaluate(request);
    Optional<ObjectNode> answer = json.write(request, decision);
    return answer.isPresent()
        ? HttpAnswer.json(200, answer.get().toString())
        : HttpAnswer.text(500, "no decision: " + decision);
  }

  private HttpAnswer batch(JsonNode message) throws MalformedException {
    JsonNode evaluations = JsonPlace.whole(message).node().path("evaluations");
    if (evaluations.isMissingNode() || (evaluations.isArray() && evaluations.isEmpty())) {
      return single(message);
    }
    return HttpAnswer.json(200, new Batch(pdp, json).answer(message).toString());
  }

  /** The identifier is a URL of scheme http here: the bench speaks to itself on loopback. */
  private HttpAnswer metadata() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("policy_decision_point", url().toString());
    node.put("access_evaluation_endpoint", url() + EVALUATION);
    node.put("access_evaluations_endpoint", url() + EVALUATIONS);
    return HttpAnswer.json(200, node.toString());
  }

  private interface Sound {
    HttpAnswer answer();
  }

  private interface Understood {
    HttpAnswer answer(JsonNode message) throws MalformedException;
  }
}
