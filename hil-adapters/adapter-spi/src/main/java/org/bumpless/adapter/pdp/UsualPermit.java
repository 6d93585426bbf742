package org.bumpless.adapter.pdp;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;

/** The permit that follows from a yes of a PDP which says no more than yes. */
public final class UsualPermit {
  /**
   * How long it holds at most. It is the budget from a signal to the last accepted operation, so
   * that a PEP which does nothing but ask again in time keeps to it.
   */
  public static final Duration HOLDS = Duration.ofSeconds(5);

  private UsualPermit() {}

  /** The permit for what was asked, and no further, until it must be asked again. */
  public static Permit of(AccessRequest request) {
    return of(request, until(request));
  }

  /** The permit for what was asked, and no further, until the moment that the PDP names. */
  public static Permit of(AccessRequest request, Instant until) {
    return new Permit(
        switch (request.action()) {
          case READ -> Scope.READ_ONLY;
          case WRITE -> Scope.READ_WRITE;
        },
        until);
  }

  /** A ticket's end comes first; a ticket that has closed already cannot be what permitted. */
  private static Instant until(AccessRequest request) {
    Instant now = request.context().now();
    Instant usual = now.plus(HOLDS);
    return request
        .context()
        .ticket()
        .map(Ticket::closes)
        .filter(closes -> closes.isBefore(usual) && closes.isAfter(now))
        .orElse(usual);
  }
}
