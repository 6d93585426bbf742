package org.bumpless.pep.reference.decision;

import java.time.Instant;
import org.bumpless.adapter.pdp.Decision.Scope;

/** What is decided about a party as a whole. */
public sealed interface Judgement {

  /**
   * It may talk.
   *
   * @param until when that ends unless it is decided anew
   * @param essential whether the operator's view or hand hangs on it
   */
  record Granted(Scope scope, Instant until, boolean essential) implements Judgement {}

  /** It may not. */
  record Refused(String reason) implements Judgement {}

  /** Nobody knows; never a permit. */
  record Undecided(String cause) implements Judgement {}
}
