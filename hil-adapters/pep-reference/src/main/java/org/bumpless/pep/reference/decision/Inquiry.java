package org.bumpless.pep.reference.decision;

import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.Subject;

/** All that a decision about a party looks at, but for the action. */
public record Inquiry(
    Subject subject, AccessRequest.Resource resource, AccessRequest.Context context) {

  AccessRequest asks(AccessRequest.Action action) {
    return new AccessRequest(subject, action, resource, context);
  }

  /**
   * Whether the operator's view or hand hangs on it: a workload in its declared flow (essential
   * function, IEC 62443-3-3, 4.2).
   */
  public boolean essential() {
    return subject.kind() == Subject.Kind.WORKLOAD && context.flow() != DeclaredFlow.NONE;
  }
}
