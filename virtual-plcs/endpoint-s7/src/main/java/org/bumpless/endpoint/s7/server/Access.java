package org.bumpless.endpoint.s7.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bumpless.endpoint.s7.codec.Item;
import org.bumpless.endpoint.s7.codec.Range;
import org.bumpless.endpoint.s7.codec.S7Answer.Code;
import org.bumpless.endpoint.s7.codec.S7Answer.Value;
import org.bumpless.endpoint.s7.mapping.Layout;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.LiveTags.Change;

/** Reads and writes the process image as S7comm names it; safe for any number of threads. */
final class Access {
  private static final Value NOWHERE = new Value(Code.INVALID_ADDRESS, false, new byte[0]);

  private final LiveTags tags;
  private final Layout layout;

  Access(LiveTags tags) {
    this.tags = tags;
    this.layout = new Layout(tags.tags());
  }

  Value read(Item item) {
    return item.range()
        .filter(layout::exists)
        .map(range -> new Value(Code.OK, range.single(), layout.read(range, tags::read)))
        .orElse(NOWHERE);
  }

  /** Writes one place; the places of a request are independent of each other. */
  Code write(Item item, byte[] value) {
    Optional<Range> range = item.range().filter(layout::exists);
    if (range.isEmpty()) {
      return Code.INVALID_ADDRESS;
    }
    if (value.length != range.get().bytes()) {
      return Code.DATA_TYPE_NOT_SUPPORTED;
    }
    Optional<List<Change>> changes = layout.write(range.get(), value, tags::read);
    if (changes.isEmpty()) {
      return Code.INVALID_ADDRESS;
    }
    boolean allowed =
        changes.get().stream()
            .allMatch(c -> tags.tags().get(c.slot()).access() == TagAccess.READ_WRITE);
    return allowed && tags.offer(new ArrayList<>(changes.get())) ? Code.OK : Code.ACCESS_DENIED;
  }

  /** The tags that places touch, each once. */
  List<TagId> touched(Collection<Item> items) {
    TreeSet<TagId> touched = new TreeSet<>();
    items.forEach(item -> item.range().ifPresent(r -> touched.addAll(layout.touched(r))));
    return List.copyOf(touched);
  }
}
