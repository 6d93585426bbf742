package org.bumpless.bridge.core;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;

/**
 * All that the process at the real controller has to know.
 *
 * @param controller the virtual controller in front of it
 * @param spec what the plant file says; each tag has its address by now
 * @param types of the tags, in the order of {@link BridgeSpec#tags()}
 * @param writes whether file and command line both allow writes
 * @param journal where every write is put down before it is sent
 */
public record Plan(
    AssetId controller, BridgeSpec spec, List<TagType> types, boolean writes, Path journal) {
  /** So many writes may wait: as many as the process image of a controller takes. */
  public static final int WAITING_MAX = 256;

  public Plan {
    types = List.copyOf(types);
  }

  /**
   * The place of a tag on the wire.
   *
   * @throws IllegalArgumentException if it is not bridged
   */
  public Point point(TagId tag) {
    return spec.tags().stream()
        .filter(point -> point.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(tag + " is not bridged"));
  }

  /** The type of a tag that is bridged. */
  public TagType type(Point point) {
    return types.get(spec.tags().indexOf(point));
  }
}
