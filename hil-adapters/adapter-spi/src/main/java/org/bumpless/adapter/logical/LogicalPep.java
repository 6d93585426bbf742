package org.bumpless.adapter.logical;

import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;

/**
 * What a product decides, without sockets and frames: its form in virtual time. It says of each
 * operation whether it would pass; how it looks into a protocol cannot be seen in this form.
 */
@FunctionalInterface
public interface LogicalPep {
  /** A product that lets everything pass. */
  LogicalPep OPEN = request -> new Passage.Passed();

  /** Whether the product lets it pass now. */
  Passage ask(Request request);

  /**
   * Somebody wants to do something through a conduit.
   *
   * @param shown certificate that the client shows, if any
   * @param writes whether more is wanted than to read
   */
  record Request(
      Optional<Identity> shown,
      Conduit conduit,
      Asset.Controller server,
      EndpointSpec endpoint,
      boolean writes) {}

  /** What becomes of it. */
  sealed interface Passage {
    /** It reaches the controller. */
    record Passed() implements Passage {}

    /** It does not. */
    record Stopped(String reason) implements Passage {}
  }
}
