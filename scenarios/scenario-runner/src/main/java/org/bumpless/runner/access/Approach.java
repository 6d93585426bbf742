package org.bumpless.runner.access;

import java.util.Optional;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.protocol.ClientSettings;

/**
 * How one client gets to one controller.
 *
 * @param passage the way there
 * @param tls around its protocol, where the product ends it
 * @param encrypted whether nobody before the product can read what is said
 */
public record Approach(Passage passage, Optional<ClientSettings.Tls> tls, boolean encrypted) {
  /** Nobody is asked, and nothing is wrapped. */
  public static final Approach STRAIGHT = new Approach(Passage.STRAIGHT, Optional.empty(), false);
}
