package org.bumpless.plc.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.TagWords;

/**
 * A controller: its process image and the scan of its program.
 *
 * <p>The network reads a snapshot that is published whole at the end of a scan, and writes into a
 * bounded queue that the next scan empties. Like real controllers it does not check the engineering
 * range of what is written; its program has to.
 */
public final class VirtualController implements LiveTags {
  private static final int WRITES_MAX = 256;

  private final Asset.Controller controller;
  private final ControlProgramProvider provider;
  private final FieldSignals field;
  private final EffectLog effects;
  private final NanoClock clock;
  private final List<Tag> tags;
  private final BlockingQueue<List<Change>> writes = new ArrayBlockingQueue<>(WRITES_MAX);
  private final int[] inputs;
  private final int[] outputs;
  private final Image image;
  private ControlProgram program;
  private volatile TagValue[] published;
  private volatile boolean faulted;

  /**
   * A controller in its initial state.
   *
   * @throws IllegalArgumentException if the program's inputs and outputs are not wired or its tags
   *     are missing
   */
  public VirtualController(
      Asset.Controller controller,
      ControlProgramProvider provider,
      FieldSignals field,
      EffectLog effects,
      NanoClock clock) {
    this.controller = controller;
    this.provider = provider;
    this.field = field;
    this.effects = effects;
    this.clock = clock;
    this.tags = controller.tags();
    this.inputs = wire(provider.inputs());
    this.outputs = wire(provider.outputs());
    this.image = new Image(tags, inputs.length, outputs.length);
    this.program = provider.create(tags);
    this.published = initial();
  }

  public Asset.Controller asset() {
    return controller;
  }

  /** Whether its program has thrown; it does not run again until it is restored. */
  public boolean faulted() {
    return faulted;
  }

  @Override
  public List<Tag> tags() {
    return tags;
  }

  @Override
  public TagValue read(int slot) {
    return published[slot];
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

  /** One scan; called by the scan engine only. */
  void scan(Tick tick) {
    applyWrites(tick);
    for (int i = 0; i < inputs.length; i++) {
      image.inputs[i] = field.read(inputs[i]);
    }
    if (!faulted) {
      try {
        program.scan(image, controller.program().scan().toNanos() / 1e9);
      } catch (RuntimeException e) {
        faulted = true;
        java.util.Arrays.fill(image.outputs, 0);
      }
    }
    for (int i = 0; i < outputs.length; i++) {
      field.write(outputs[i], image.outputs[i]);
    }
    publish();
  }

  /**
   * Goes back to the initial state, without effects but those of writes that are queued; called by
   * the scan engine only.
   */
  void restore(Tick tick) {
    applyWrites(tick);
    published = initial();
    program = provider.create(tags);
    faulted = false;
  }

  /** Those that are queued now: whoever writes faster than this is served by the next scan. */
  private void applyWrites(Tick tick) {
    List<List<Change>> due = new ArrayList<>();
    writes.drainTo(due, WRITES_MAX);
    due.forEach(changes -> changes.forEach(change -> apply(change, tick)));
  }

  private void apply(Change change, Tick tick) {
    Tag tag = tags.get(change.slot());
    TagValue before = TagValue.of(tag.type(), image.values[change.slot()]);
    TagValue after =
        switch (change) {
          case Change.Set(int slot, TagValue value) -> value;
          case Change.SetWord(int slot, int word, int value) -> TagWords.with(before, word, value);
          case Change.MaskWord(int slot, int word, int and, int or) ->
              TagWords.with(before, word, TagWords.word(before, word) & and | or & ~and);
        };
    image.values[change.slot()] = after.number();
    effects.changed(new Effect(clock.nanos(), tick, tag.id(), before, after));
  }

  private void publish() {
    TagValue[] next = new TagValue[tags.size()];
    TagValue[] last = published;
    for (int slot = 0; slot < next.length; slot++) {
      double number = image.values[slot];
      next[slot] =
          last[slot].number() == number ? last[slot] : TagValue.of(tags.get(slot).type(), number);
    }
    published = next;
  }

  private TagValue[] initial() {
    TagValue[] values = new TagValue[tags.size()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = tags.get(slot).initial();
      image.values[slot] = values[slot].number();
    }
    return values;
  }

  private int[] wire(List<String> names) {
    List<Integer> wires = new ArrayList<>();
    for (String name : names) {
      String signal = controller.program().io().get(name);
      if (signal == null) {
        throw new IllegalArgumentException(
            "%s: program %s needs a signal for %s; its io has %s"
                .formatted(
                    controller.id(), provider.id(), name, controller.program().io().keySet()));
      }
      wires.add(field.index(signal));
    }
    return wires.stream().mapToInt(Integer::intValue).toArray();
  }

  private static final class Image implements ProgramImage {
    private final List<Tag> tags;
    private final double[] values;
    private final double[] inputs;
    private final double[] outputs;

    Image(List<Tag> tags, int inputs, int outputs) {
      this.tags = tags;
      this.values = new double[tags.size()];
      this.inputs = new double[inputs];
      this.outputs = new double[outputs];
    }

    @Override
    public double get(int slot) {
      return values[slot];
    }

    @Override
    public void set(int slot, double value) {
      Tag tag = tags.get(slot);
      if (tag.type() == TagType.INT && !fitsInt(value)) {
        throw new IllegalArgumentException(tag.id() + " is INT and cannot take " + value);
      }
      values[slot] = value;
    }

    private static boolean fitsInt(double value) {
      return value == Math.rint(value) && value >= Short.MIN_VALUE && value <= Short.MAX_VALUE;
    }

    @Override
    public double input(int index) {
      return inputs[index];
    }

    @Override
    public void output(int index, double value) {
      outputs[index] = value;
    }
  }
}
