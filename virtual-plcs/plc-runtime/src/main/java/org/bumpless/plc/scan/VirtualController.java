package org.bumpless.plc.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.TagWords;

/**
 * A controller: its process image and the scan of its program.
 *
 * <p>The network reads a snapshot that is published whole at the end of a scan, and writes into a
 * bounded queue that the next scan empties. Like real controllers it does not check the engineering
 * range of what is written; its program has to.
 */
public final class VirtualController implements LiveTags, Scanned {
  private static final int WRITES_MAX = 256;

  private final Asset.Controller controller;
  private final EffectLog effects;
  private final NanoClock clock;
  private final List<Tag> tags;
  private final double scanSeconds;
  private final BlockingQueue<List<Change>> writes = new LinkedBlockingQueue<>(WRITES_MAX);
  private final ProcessImage image;
  private final Cpu cpu;

  /**
   * A controller in its initial state: in RUN, with its key in REMOTE.
   *
   * @param program that it starts with
   * @param language in which it takes others
   * @throws IllegalArgumentException if the program's inputs and outputs are not wired or its tags
   *     are missing
   */
  public VirtualController(
      Asset.Controller controller,
      ControllerProgram program,
      ProgramLanguage language,
      FieldSignals field,
      EffectLog effects,
      NanoClock clock) {
    this.controller = controller;
    this.effects = effects;
    this.clock = clock;
    this.tags = controller.tags();
    this.scanSeconds = controller.program().scan().toNanos() / 1e9;
    this.image = new ProcessImage(tags);
    this.cpu =
        new Cpu(
            controller.id(),
            new LoadedProgram(controller, program, field, image),
            text -> new LoadedProgram(controller, language.compile(text), field, image),
            effects,
            clock);
  }

  @Override
  public AssetId id() {
    return controller.id();
  }

  @Override
  public Duration period() {
    return controller.program().scan();
  }

  public Asset.Controller asset() {
    return controller;
  }

  /** What an engineering station can do to it. */
  public Engineering engineering() {
    return cpu;
  }

  /**
   * Turns its key, as only a person can who stands before it, and waits until that has taken hold.
   */
  public Answer turn(KeySwitch key) {
    return cpu.turn(key);
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }

  @Override
  public TagValue read(int slot) {
    return image.read(slot);
  }

  @Override
  public boolean offer(List<Change> changes) {
    for (Change change : changes) {
      Tag tag = tags.get(change.slot());
      if (tag.access() == TagAccess.READ_ONLY) {
        throw new IllegalArgumentException(tag.id() + " cannot be written");
      }
      if (change instanceof Change.Set(int slot, TagValue value) && value.type() != tag.type()) {
        throw new IllegalArgumentException(
            tag.id() + " is " + tag.type() + " and cannot take " + value.type() + " " + value);
      }
    }
    return writes.offer(List.copyOf(changes));
  }

  @Override
  public void scan(Tick tick, long lateNanos) {
    applyWrites(tick);
    cpu.scan(tick, scanSeconds, lateNanos);
  }

  @Override
  public void publish() {
    image.publish();
  }

  @Override
  public void restore(Tick tick) {
    applyWrites(tick);
    cpu.restore(tick);
    image.restore();
  }

  /** Those that are queued now: whoever writes faster than this is served by the next scan. */
  private void applyWrites(Tick tick) {
    if (writes.isEmpty()) {
      return;
    }
    List<List<Change>> due = new ArrayList<>();
    writes.drainTo(due, WRITES_MAX);
    due.forEach(changes -> changes.forEach(change -> apply(change, tick)));
  }

  private void apply(Change change, Tick tick) {
    Tag tag = tags.get(change.slot());
    TagValue before = TagValue.of(tag.type(), image.get(change.slot()));
    TagValue after =
        switch (change) {
          case Change.Set(int slot, TagValue value) -> value;
          case Change.SetWord(int slot, int word, int value) -> TagWords.with(before, word, value);
          case Change.MaskWord(int slot, int word, int and, int or) ->
              TagWords.with(before, word, TagWords.word(before, word) & and | or & ~and);
        };
    image.set(change.slot(), after.number());
    effects.changed(new Effect(clock.nanos(), tick, tag.id(), before, after));
  }
}
