package org.bumpless.endpoint.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.TagWords;

/**
 * A process image whose scan is a method call, so that a test decides when a write takes effect.
 */
public final class TestTags implements LiveTags {
  private static final int QUEUE = 4096;

  private final List<Tag> tags;
  private final Map<Integer, TagValue> values = new ConcurrentHashMap<>();
  private final BlockingQueue<List<Change>> queue = new ArrayBlockingQueue<>(QUEUE);
  private volatile boolean full;

  public TestTags(List<Tag> tags) {
    this.tags = List.copyOf(tags);
    for (int slot = 0; slot < tags.size(); slot++) {
      values.put(slot, tags.get(slot).initial());
    }
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }

  @Override
  public TagValue read(int slot) {
    TagValue value = values.get(slot);
    if (value == null) {
      throw new IndexOutOfBoundsException("slot " + slot);
    }
    return value;
  }

  @Override
  public boolean offer(List<Change> changes) {
    return !full && queue.offer(List.copyOf(changes));
  }

  /** Makes every later {@code offer} fail. */
  public void full(boolean now) {
    full = now;
  }

  /** Applies what was queued; returns the changes of each request. */
  public List<List<Change>> scan() {
    List<List<Change>> applied = new ArrayList<>();
    queue.drainTo(applied);
    applied.forEach(changes -> changes.forEach(this::apply));
    return applied;
  }

  /** The value of a tag by its name. */
  public TagValue value(String name) {
    return read(slot(name));
  }

  public void set(String name, TagValue value) {
    values.put(slot(name), value);
  }

  public int slot(String name) {
    for (int slot = 0; slot < tags.size(); slot++) {
      if (tags.get(slot).id().name().equals(name)) {
        return slot;
      }
    }
    throw new IllegalArgumentException("no tag " + name);
  }

  private void apply(Change change) {
    TagValue before = read(change.slot());
    values.put(
        change.slot(),
        switch (change) {
          case Change.Set set -> set.value();
          case Change.SetWord set -> TagWords.with(before, set.word(), set.value());
          case Change.MaskWord mask -> {
            int word = TagWords.word(before, mask.word());
            yield TagWords.with(before, mask.word(), word & mask.and() | mask.or() & ~mask.and());
          }
        });
  }
}
