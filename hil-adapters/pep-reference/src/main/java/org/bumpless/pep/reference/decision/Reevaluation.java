package org.bumpless.pep.reference.decision;

import java.time.Instant;
import java.util.Optional;

/** What a judgement makes of a session. */
public interface Reevaluation {
  /** The grant with which a session begins. */
  Grant first(Judgement.Granted granted, Instant now);

  /**
   * The grant on which an open session stands from now on.
   *
   * @return empty if it must end
   */
  Optional<Grant> after(Grant last, Judgement fresh, Instant now);
}
