package org.bumpless.adapter.pdp;

import java.util.List;

/** Something that decides; safe for any number of threads. */
public interface PolicyDecisionPoint extends AutoCloseable {
  /** Decides; whatever goes wrong is {@link Decision.Indeterminate}, never an exception. */
  Decision evaluate(AccessRequest request);

  /**
   * Decides many requests in one go, where it can.
   *
   * @return a decision for each request, in their order
   */
  default List<Decision> evaluateAll(List<AccessRequest> requests) {
    return requests.stream().map(this::evaluate).toList();
  }

  @Override
  void close();
}
