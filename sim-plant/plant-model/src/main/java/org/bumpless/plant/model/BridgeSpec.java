package org.bumpless.plant.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real controller that stands behind a controller of the plant file: how it is reached, which of
 * its values are read, and what of it may be written.
 *
 * @param provider what speaks to it, for example {@code plc4x}
 * @param connection where it is, in the provider's words, for example {@code
 *     modbus-tcp://192.0.2.7:502}
 * @param tags what is read; never empty
 * @param stale how old a value may become, more than {@link Point#poll} of each tag
 * @param timeout how long one exchange with it may take
 * @param deadMan within which time it has its recorded values back if the bench dies
 * @param interlock a BOOL among the tags; nothing is written unless it is true
 * @param writes what may be written; empty unless the role is {@link Role#CONTROL}
 * @param testRig whether nothing can come to harm, whatever it is told
 * @param line of the plant file, for messages
 */
public record BridgeSpec(
    String provider,
    String connection,
    Role role,
    List<Point> tags,
    Duration stale,
    Duration timeout,
    Duration deadMan,
    Optional<TagId> interlock,
    List<Writable> writes,
    boolean testRig,
    int line) {
  public BridgeSpec {
    tags = List.copyOf(tags);
    writes = List.copyOf(writes);
  }

  /** What the bench does with the real controller. */
  public enum Role {
    /** The virtual controller runs; the real one is read and compared. */
    SHADOW,
    /** The real controller's values are what the plant sees. */
    MIRROR,
    /** As {@link #MIRROR}, and writes that the virtual one accepts go on to the real one. */
    CONTROL
  }

  /**
   * A tag and where the real controller keeps it. {@code tag = raw * scale + offset}.
   *
   * @param address in the provider's words; empty if it follows from the tag's own addresses
   * @param poll how often it is read; tags with the same period are read together
   * @param tolerance how far virtual and real may lie apart, in the tag's unit, 0 or more
   * @param line of the plant file, for messages
   */
  public record Point(
      TagId tag,
      Optional<String> address,
      double scale,
      double offset,
      Duration poll,
      double tolerance,
      int line) {}

  /**
   * A tag that may be written, and how.
   *
   * @param min lowest value, in the tag's unit; 0 for a BOOL
   * @param max highest value; 1 for a BOOL
   * @param rate largest change per second, in the tag's unit; of a BOOL it does not count
   * @param every shortest time from one write to the next
   */
  public record Writable(TagId tag, double min, double max, double rate, Duration every) {}

  /** What may be written of a tag; empty if nothing. */
  public Optional<Writable> writable(TagId tag) {
    return writes.stream().filter(its -> its.tag().equals(tag)).findFirst();
  }

  /** Whether attacks could do harm: the bench may write to something that is no test rig. */
  public boolean forbidsAttacks() {
    return role == Role.CONTROL && !testRig;
  }
}
