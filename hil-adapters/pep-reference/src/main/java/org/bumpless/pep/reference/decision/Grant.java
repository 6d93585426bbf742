package org.bumpless.pep.reference.decision;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.adapter.pdp.Decision.Scope;

/**
 * What a session stands on.
 *
 * @param scope how far it goes
 * @param until when the PDP wants to be asked again at the latest
 * @param end from this moment on nothing passes unless it has been decided anew; later than {@code
 *     until} only for essential functions
 */
public record Grant(Scope scope, Instant until, Instant end) {

  /**
   * Makes a judgement a grant.
   *
   * @param now when it was judged
   * @param island how long an essential function may go on after its last decision
   */
  public static Grant of(Judgement.Granted granted, Instant now, Duration island) {
    Instant grace = now.plus(island);
    boolean longer = granted.essential() && grace.isAfter(granted.until());
    return new Grant(granted.scope(), granted.until(), longer ? grace : granted.until());
  }
}
