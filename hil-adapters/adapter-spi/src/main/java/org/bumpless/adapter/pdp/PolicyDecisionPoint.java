package org.bumpless.adapter.pdp;

/** Something that decides; safe for any number of threads. */
public interface PolicyDecisionPoint extends AutoCloseable {
  /** Decides; whatever goes wrong is {@link Decision.Indeterminate}, never an exception. */
  Decision evaluate(AccessRequest request);

  @Override
  void close();
}
