package org.bumpless.pdp.authzen;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/** A policy decision point somewhere on the network, asked over the AuthZEN API. */
public final class AuthzenClient implements PolicyDecisionPoint {
  /** What an answer may be long, for each decision in it; a decision is some 100 bytes. */
  private static final int ANSWER_BYTES_MAX = 64 * 1024;

  /** In one message; what any PDP should bear. */
  private static final int BATCH_MAX = 100;

  private final Endpoints endpoints;
  private final HttpLine line;
  private final AuthzenJson json = new AuthzenJson();

  /**
   * @param timeout longest wait for an answer
   */
  public AuthzenClient(Endpoints endpoints, Duration timeout) {
    this.endpoints = endpoints;
    this.line = new HttpLine(timeout);
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    try {
      String answer =
          line.post(endpoints.evaluation(), json.write(request).toString(), ANSWER_BYTES_MAX);
      return json.readDecision(request, json.parse(answer));
    } catch (NoDecisionException e) {
      return e.decision(asked());
    } catch (MalformedException e) {
      return e.noDecision().decision(asked());
    } catch (RuntimeException e) {
      return new Decision.Indeterminate(asked() + ": " + e.getMessage());
    }
  }

  /** By the Access Evaluations API; one by one where the PDP does not have it. */
  @Override
  public List<Decision> evaluateAll(List<AccessRequest> requests) {
    Optional<URI> url = endpoints.evaluations();
    List<Decision> decisions = new ArrayList<>();
    for (int from = 0; from < requests.size(); from += BATCH_MAX) {
      List<AccessRequest> some =
          requests.subList(from, Math.min(from + BATCH_MAX, requests.size()));
      decisions.addAll(
          url.isPresent() ? together(url.get(), some) : some.stream().map(this::evaluate).toList());
    }
    return decisions;
  }

  private List<Decision> together(URI url, List<AccessRequest> requests) {
    try {
      String answer =
          line.post(
              url, json.writeAll(requests).toString(), ANSWER_BYTES_MAX + 1024 * requests.size());
      return json.readDecisions(asked(), requests, json.parse(answer));
    } catch (NoDecisionException e) {
      return Collections.nCopies(requests.size(), e.decision(asked()));
    } catch (MalformedException e) {
      return Collections.nCopies(requests.size(), e.noDecision().decision(asked()));
    } catch (RuntimeException e) {
      return Collections.nCopies(
          requests.size(), new Decision.Indeterminate(asked() + ": " + e.getMessage()));
    }
  }

  private String asked() {
    return "PDP at " + endpoints.evaluation();
  }

  @Override
  public void close() {
    line.close();
  }
}
