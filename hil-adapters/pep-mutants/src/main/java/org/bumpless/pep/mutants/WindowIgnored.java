package org.bumpless.pep.mutants;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Lets work begin before the change window and go on after it. */
public final class WindowIgnored extends ReferenceMutant {
  private static final Duration ALWAYS = Duration.ofDays(1);

  public WindowIgnored() {
    super(
        "window-ignored",
        "It asks whether there is a change ticket, and not whether its window is open.",
        "DEC-03",
        "REV-01");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withTickets(
        (subject, asset) ->
            sound.tickets().find(subject, asset).stream()
                .map(ticket -> open(ticket, site.clock().instant()))
                .toList());
  }

  private static Ticket open(Ticket ticket, Instant now) {
    return new Ticket(ticket.id(), now.minus(ALWAYS), now.plus(ALWAYS));
  }
}
