package org.bumpless.pep.reference.parts;

import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.frames.FrameGuard;

/** Makes the frame guard of one session. */
public interface GuardFactory {
  /**
   * The guard for a party's protocol.
   *
   * @throws IllegalArgumentException if the product does not understand the protocol
   */
  FrameGuard create(Party party);
}
