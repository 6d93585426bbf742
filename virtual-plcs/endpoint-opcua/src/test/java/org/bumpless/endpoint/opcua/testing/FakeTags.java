package org.bumpless.endpoint.opcua.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;

/** A process image without a scan: a write shows at once, and every offer is kept as it came. */
public final class FakeTags implements LiveTags {
  private final List<Tag> tags;
  private final List<TagValue> values = new ArrayList<>();
  private final List<List<Change>> offers = new ArrayList<>();
  private boolean full;

  public FakeTags(List<Tag> tags) {
    this.tags = List.copyOf(tags);
    tags.forEach(tag -> values.add(tag.initial()));
  }

  /** The tags of a level loop. */
  public static FakeTags loop(String controller) {
    return new FakeTags(
        List.of(
            tag(controller, "PV", TagType.REAL, "%", TagAccess.READ_ONLY, new TagValue.Real(41.5f)),
            tag(controller, "SP", TagType.REAL, "%", TagAccess.READ_WRITE, new TagValue.Real(50f)),
            tag(controller, "QI", TagType.REAL, "l/s", TagAccess.READ_ONLY, new TagValue.Real(3f)),
            tag(
                controller,
                "MODE",
                TagType.INT,
                "",
                TagAccess.READ_WRITE,
                new TagValue.Int((short) 1)),
            tag(
                controller,
                "RUN",
                TagType.BOOL,
                "",
                TagAccess.READ_WRITE,
                new TagValue.Bool(false))));
  }

  private static Tag tag(
      String controller,
      String name,
      TagType type,
      String unit,
      TagAccess access,
      TagValue initial) {
    return new Tag(
        TagId.parse(controller + "." + name),
        name + " of the tank's level loop",
        type,
        unit,
        0,
        100,
        access,
        initial,
        Optional.empty());
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }

  @Override
  public synchronized TagValue read(int slot) {
    return values.get(slot);
  }

  @Override
  public synchronized boolean offer(List<Change> changes) {
    if (full) {
      return false;
    }
    offers.add(List.copyOf(changes));
    for (Change change : changes) {
      if (change instanceof Change.Set(int slot, TagValue value)) {
        values.set(slot, value);
      }
    }
    return true;
  }

  public synchronized void set(int slot, TagValue value) {
    values.set(slot, value);
  }

  public synchronized void fill() {
    full = true;
  }

  public synchronized List<List<Change>> offers() {
    return List.copyOf(offers);
  }
}
