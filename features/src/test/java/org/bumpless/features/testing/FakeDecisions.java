package org.bumpless.features.testing;

import java.net.URI;
import org.bumpless.adapter.pdp.DecisionService;

/** The bench's decision point as a service that may stop to answer. */
final class FakeDecisions implements DecisionService {
  private boolean silent;

  boolean silent() {
    return silent;
  }

  void restore() {
    silent = false;
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public void behave(Behaviour behaviour) {
    silent = behaviour != Behaviour.SOUND;
  }

  @Override
  public void close() {}
}
