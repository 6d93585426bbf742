package org.bumpless.pdp.cedar;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.UsualPermit;

/** A policy decision point that evaluates Cedar policies in this process, about 0.1 ms each. */
final class CedarPdp implements PolicyDecisionPoint {
  private static final String NOTHING_PERMITS = "no policy permits it";

  private final AuthorizationEngine engine;
  private final PolicyFiles.Policies policies;
  private volatile boolean closed;

  CedarPdp(AuthorizationEngine engine, PolicyFiles.Policies policies) {
    this.engine = engine;
    this.policies = policies;
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    if (closed) {
      return new Decision.Indeterminate("the decision point is closed");
    }
    try {
      CedarRequest asked = CedarRequest.of(request, policies.schema());
      return decision(
          request, engine.isAuthorized(asked.request(), policies.policies(), asked.entities()));
    } catch (AuthException | RuntimeException e) {
      return new Decision.Indeterminate("Cedar: " + e);
    }
  }

  private Decision decision(AccessRequest request, AuthorizationResponse response) {
    if (response.success.isEmpty()) {
      return new Decision.Indeterminate("Cedar refused the request: " + response);
    }
    AuthorizationSuccessResponse answer = response.success.get();
    if (!answer.getErrors().isEmpty()) {
      return new Decision.Indeterminate("a policy failed: " + answer.getErrors());
    }
    return answer.isAllowed()
        ? UsualPermit.of(request)
        : new Decision.Deny(reason(answer.getReason()));
  }

  /** What the policies that forbade it say, in the order of the file. */
  private String reason(Set<String> forbidding) {
    String said =
        policies.reasons().entrySet().stream()
            .filter(policy -> forbidding.contains(policy.getKey()))
            .map(policy -> policy.getValue())
            .collect(Collectors.joining("; "));
    if (!said.isEmpty()) {
      return said;
    }
    return forbidding.isEmpty()
        ? NOTHING_PERMITS
        : "forbidden by " + String.join(", ", forbidding.stream().sorted().toList());
  }

  /** Ends the deciding; Cedar keeps no thread, and its cache goes with the policies. */
  @Override
  public void close() {
    closed = true;
  }
}
