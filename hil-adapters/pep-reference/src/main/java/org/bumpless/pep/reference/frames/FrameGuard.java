package org.bumpless.pep.reference.frames;

import org.bumpless.adapter.pdp.Decision.Scope;

/** Judges each message of one session by the scope that the session has; used by one thread. */
public interface FrameGuard {
  /** How the protocol's messages are told apart. */
  Framing framing();

  /**
   * Judges one whole message.
   *
   * @param scope what the session may do at this moment
   */
  Verdict inspect(byte[] bytes, int offset, int length, Scope scope);

  /**
   * Whether the guard gives answers of its own, so that the controller's messages must reach the
   * client in one piece each for an answer to fit in between.
   */
  boolean answers();
}
