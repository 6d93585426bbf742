package org.bumpless.adapter.pdp;

import java.time.Instant;
import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/** A request for a decision: may this subject do this to this asset now? */
public record AccessRequest(Subject subject, Action action, Resource resource, Context context) {

  /** What is asked for; AuthZEN action names are the lower-case names. */
  public enum Action {
    READ,
    WRITE
  }

  /**
   * What is asked for access to.
   *
   * @param level level of its zone
   * @param target SL-T of its zone
   */
  public record Resource(AssetId asset, PurdueLevel level, SecurityLevel target) {}

  /**
   * The circumstances.
   *
   * @param now when it is asked
   * @param ticket the change ticket that names subject and asset, if there is one
   * @param flow what the plant file declares for this subject and asset: its standing business
   */
  public record Context(
      Instant now, Protocol protocol, Optional<Ticket> ticket, DeclaredFlow flow) {}

  /** The window of a change ticket. */
  public record Ticket(String id, Instant opens, Instant closes) {}

  /** What the plant file lets a workload do without a ticket. */
  public enum DeclaredFlow {
    NONE,
    READS,
    READS_AND_WRITES
  }
}
