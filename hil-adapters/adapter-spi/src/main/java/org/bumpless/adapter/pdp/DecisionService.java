package org.bumpless.adapter.pdp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** Serves a PDP over the OpenID AuthZEN 1.0 HTTP API, with faults on demand. */
public interface DecisionService extends AutoCloseable {

  /** Base URL, below which {@code /access/v1/evaluation} stands. */
  URI url();

  /** Makes the service misbehave until told otherwise. */
  void behave(Behaviour behaviour);

  @Override
  void close();

  /** What a PDP can do to those who ask it. */
  enum Behaviour {
    /** Answers as it decides. */
    SOUND,
    /** Takes the request and never answers while this lasts. */
    SILENT,
    /** Answers HTTP 500. */
    FAILING,
    /** Takes every request and hangs up at once. */
    GONE,
    /** Answers as it decides, 2 s later. */
    LATE,
    /** Answers HTTP 200 with an error and a decision that is a text, not a truth value. */
    NONSENSE
  }

  /** Starts such a service; found through {@link java.util.ServiceLoader}. */
  interface Factory {
    DecisionService serve(PolicyDecisionPoint pdp, InetSocketAddress bind) throws IOException;
  }
}
