package org.bumpless.plc.scan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.SystemTags;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Answer.Cause;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.cpu.Diagnostic;
import org.bumpless.plc.cpu.DiagnosticBuffer;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.cpu.Load;

/**
 * The processor of a controller: its mode, its key switch and the program that is loaded. What an
 * engineer changes from afar is an effect, like a write.
 */
final class Cpu implements Engineering {
  private static final KeySwitch KEY_AT_FIRST = KeySwitch.REMOTE;

  private final Workshop workshop;
  private final EffectLog effects;
  private final NanoClock clock;
  private final AssetId controller;
  private final LoadedProgram initial;
  private final Orders orders = new Orders();
  private final DiagnosticBuffer diary = new DiagnosticBuffer();
  private LoadedProgram loaded;
  private boolean overrunning;
  private long overruns;
  private volatile CpuState state;

  /** Makes programs ready to run in this controller. */
  interface Workshop {
    LoadedProgram load(ProgramText text) throws BadProgramException;
  }

  Cpu(
      AssetId controller,
      LoadedProgram initial,
      Workshop workshop,
      EffectLog effects,
      NanoClock clock) {
    this.controller = controller;
    this.workshop = workshop;
    this.effects = effects;
    this.clock = clock;
    this.initial = initial;
    this.loaded = initial;
    this.state = begin();
  }

  private CpuState begin() {
    return new CpuState(OperatingMode.RUN, KEY_AT_FIRST, initial.source().text(), "", "", 0);
  }

  @Override
  public CpuState state() {
    return state;
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return diary.entries();
  }

  /**
   * One scan, after what has been ordered; by the scan engine only.
   *
   * @param lateNanos how long after it was due it begins
   */
  void scan(Tick tick, double seconds, long lateNanos) {
    punctuality(tick, lateNanos);
    orders.carryOut(tick);
    if (state.mode() != OperatingMode.RUN) {
      loaded.rest();
      return;
    }
    try {
      loaded.scan(seconds);
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      note(Diagnostic.Kind.FAULT, why);
      become(OperatingMode.FAULT, state.key(), why);
      loaded.rest();
    }
  }

  /** Of overruns in a row only the first is noted, so that they do not push out all else. */
  private void punctuality(Tick tick, long lateNanos) {
    boolean overran = lateNanos > tick.scanNanos();
    if (overran) {
      overruns++;
      become(state.mode(), state.key(), state.fault());
      if (!overrunning) {
        note(Diagnostic.Kind.OVERRUN, "a scan began %.1f ms late".formatted(lateNanos / 1e6));
      }
    }
    overrunning = overran;
  }

  /** As at the start of the run, with nothing said about it; by the scan engine only. */
  void restore(Tick tick) {
    orders.carryOut(tick);
    loaded = initial;
    loaded.reset();
    overruns = 0;
    state = begin();
  }

  @Override
  public Answer start() {
    return orders.give(tick -> fromAfar(tick, "start", OperatingMode.RUN));
  }

  @Override
  public Answer stop() {
    return orders.give(tick -> fromAfar(tick, "stop", OperatingMode.STOP));
  }

  private Answer fromAfar(Tick tick, String order, OperatingMode mode) {
    if (state.key() != KeySwitch.REMOTE) {
      return refuse(Cause.KEY, order + ": the key switch is in " + state.key() + ", not in REMOTE");
    }
    if (state.mode() == mode) {
      return new Answer.Done();
    }
    OperatingMode before = state.mode();
    change(mode, state.key(), "from afar");
    tell(tick, SystemTags::operatingMode, before.name(), mode.name());
    return new Answer.Done();
  }

  @Override
  public Answer download(ProgramText program, Load load) {
    if (state.key() == KeySwitch.RUN) {
      return lockedByKey("download");
    }
    LoadedProgram next;
    try {
      next = workshop.load(program);
    } catch (BadProgramException | IllegalArgumentException e) {
      return refuse(Cause.PROGRAM, "download of " + program.name() + ": " + e.getMessage());
    }
    return orders.give(tick -> insert(tick, next, load));
  }

  @Override
  public Optional<ProgramText> upload() {
    return Optional.of(state.program());
  }

  private Answer insert(Tick tick, LoadedProgram next, Load load) {
    if (state.key() == KeySwitch.RUN) {
      return lockedByKey("download");
    }
    next.follow(loaded, load == Load.ONLINE);
    CpuState before = state;
    loaded = next;
    OperatingMode mode = before.mode() == OperatingMode.FAULT ? OperatingMode.STOP : before.mode();
    become(mode, before.key(), "");
    String checksum = state.program().checksum();
    note(Diagnostic.Kind.PROGRAM, load + " of " + state.program().name() + ", SHA-256 " + checksum);
    tell(tick, SystemTags::programChecksum, before.program().checksum(), checksum);
    return new Answer.Done();
  }

  @Override
  public Answer force(String name, OptionalDouble value) {
    return orders.give(
        tick -> {
          if (state.key() == KeySwitch.RUN) {
            return lockedByKey("force");
          }
          String before = state.forced();
          if (!loaded.force(name, value)) {
            return refuse(Cause.UNKNOWN, "force: the program has no input or output " + name);
          }
          become(state.mode(), state.key(), state.fault());
          note(Diagnostic.Kind.FORCE, state.forced());
          tell(tick, SystemTags::forced, before, state.forced());
          return new Answer.Done();
        });
  }

  /** Turns the key, as a person does who stands before the controller. */
  Answer turn(KeySwitch key) {
    return orders.give(
        tick -> {
          note(Diagnostic.Kind.KEY, "turned to " + key);
          change(mode(key), key, "by the key");
          return new Answer.Done();
        });
  }

  private OperatingMode mode(KeySwitch key) {
    OperatingMode now = state.mode();
    return switch (key) {
      case RUN -> now == OperatingMode.FAULT ? now : OperatingMode.RUN;
      case REMOTE -> now == OperatingMode.PROGRAM ? OperatingMode.STOP : now;
      case PROGRAM -> OperatingMode.PROGRAM;
    };
  }

  private Answer lockedByKey(String order) {
    return refuse(Cause.KEY, order + ": the key switch is in RUN; turn it to REMOTE or PROGRAM");
  }

  private Answer refuse(Cause cause, String reason) {
    note(Diagnostic.Kind.REFUSED, reason);
    return new Answer.Refused(cause, reason);
  }

  private void change(OperatingMode mode, KeySwitch key, String how) {
    OperatingMode before = state.mode();
    if (mode == OperatingMode.RUN && before != OperatingMode.RUN) {
      loaded.restart();
    }
    become(mode, key, mode == OperatingMode.FAULT ? state.fault() : "");
    if (mode != before) {
      note(Diagnostic.Kind.MODE, before + " to " + mode + " " + how);
    }
  }

  private void become(OperatingMode mode, KeySwitch key, String fault) {
    state = new CpuState(mode, key, loaded.source().text(), fault, loaded.forced(), overruns);
  }

  private void note(Diagnostic.Kind kind, String text) {
    diary.add(new Diagnostic(clock.instant(), kind, text));
  }

  private void tell(Tick tick, Function<AssetId, TagId> tag, String before, String after) {
    effects.changed(
        new Effect(
            clock.nanos(),
            tick,
            tag.apply(controller),
            new TagValue.Text(before),
            new TagValue.Text(after)));
  }
}
