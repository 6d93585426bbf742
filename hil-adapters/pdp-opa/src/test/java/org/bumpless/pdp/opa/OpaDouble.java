package org.bumpless.pdp.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.bumpless.adapter.http.HttpAnswer;
import org.bumpless.adapter.http.HttpQuestion;
import org.bumpless.adapter.http.HttpService;
import org.bumpless.adapter.http.HttpService.Route;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.pdp.authzen.AuthzenJson;
import org.bumpless.pdp.authzen.MalformedException;

/** Answers as OPA's documentation of the Data API says that OPA does. */
final class OpaDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpService http;

  /**
   * @param rule the only path below {@code /v1/data/} that it knows
   */
  OpaDouble(String rule, Function<HttpQuestion, HttpAnswer> answer) throws IOException {
    http =
        new HttpService(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            "opa-double",
            Map.of("/v1/data/" + rule, new Route("POST", answer)));
  }

  /** One that has the reference policy loaded. */
  static OpaDouble sound() throws IOException {
    PolicyDecisionPoint policy = new HandWrittenPdp();
    return new OpaDouble("plant/decision", question -> decided(policy, question));
  }

  /** One that says the same to everybody. */
  static OpaDouble saying(int status, String body) throws IOException {
    return new OpaDouble("plant/decision", _ -> HttpAnswer.json(status, body));
  }

  URI url() {
    return http.url();
  }

  private static HttpAnswer decided(PolicyDecisionPoint policy, HttpQuestion question) {
    ObjectNode answer = JSON.createObjectNode().put("decision_id", "4ca636c1");
    try {
      JsonNode input = JSON.readTree(question.body()).path("input");
      AccessRequest request = new AuthzenJson().readRequest(input);
      switch (policy.evaluate(request)) {
        case Decision.Permit _ -> answer.putObject("result").put("allow", true).putArray("reasons");
        case Decision.Deny(String reason) ->
            answer.putObject("result").put("allow", false).putArray("reasons").add(reason);
        case Decision.Indeterminate _ -> {}
      }
    } catch (MalformedException _) {
      // the shipped policy is undefined for what it does not understand
    } catch (IOException e) {
      return HttpAnswer.json(
          400, "{\"code\":\"invalid_parameter\",\"message\":\"" + e.getClass() + "\"}");
    }
    return HttpAnswer.json(200, answer.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
