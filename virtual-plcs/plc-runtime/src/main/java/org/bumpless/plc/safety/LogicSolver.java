package org.bumpless.plc.safety;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.SafetyEvent.Kind;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyFunction.FinalElement;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Answer.Cause;
import org.bumpless.plc.scan.FieldSignals;
import org.bumpless.plc.scan.Orders;
import org.bumpless.plc.scan.Scanned;

/**
 * A safety controller: votes over its own sensors and drives its own final elements, de-energised
 * to trip. It stands on no network; what people do to it they do at its front or from the
 * engineering station in its own zone. Its program can be changed while the key is in PROGRAM only;
 * unlike a control processor it goes on guarding then, as the solvers do that TRITON was written
 * for (ATT&amp;CK S1009).
 */
public final class LogicSolver implements Scanned {
  private final Asset.SafetyController controller;
  private final FieldSignals field;
  private final Consumer<SafetyEvent> events;
  private final NanoClock clock;
  private final Map<String, Guard> guards = new LinkedHashMap<>();
  private final List<Element> elements;
  private final Orders orders = new Orders();
  private Tick now;
  private volatile KeySwitch key = KeySwitch.RUN;
  private volatile boolean anyTrip;
  private volatile SafetyTelegram telegram = new SafetyTelegram(0, List.of());

  /** A function with the wires of its sensors. */
  private final class Guard {
    private final SafetyFunction original;
    private final FunctionLogic logic;
    private final int[] wires;
    private final double[] shown;

    Guard(SafetyFunction function) {
      original = function;
      logic =
          new FunctionLogic(
              function, controller.scan(), (kind, text) -> tell(function.id(), kind, text));
      wires = function.sensors().stream().mapToInt(field::index).toArray();
      shown = new double[wires.length];
    }

    void show(List<Double> figures) {
      figures.add(logic.tripped() ? 1.0 : 0.0);
      figures.add(logic.bypassed() ? 1.0 : 0.0);
      for (double value : shown) {
        figures.add(value);
      }
    }

    void scan() {
      for (int i = 0; i < wires.length; i++) {
        shown[i] = field.read(wires[i]);
      }
      boolean before = logic.tripped();
      logic.scan(shown);
      if (logic.tripped() && !before && !anyTrip) {
        anyTrip = true;
        tell(original.id(), Kind.FIRST_OUT, original.title());
      }
    }
  }

  /** A final element with the functions that move it. */
  private record Element(int wire, FinalElement what, List<FunctionLogic> movedBy) {
    double command() {
      for (FunctionLogic function : movedBy) {
        if (function.tripped()) {
          return what.safe();
        }
      }
      return what.normal();
    }
  }

  /**
   * A solver in RUN that guards, its key turned to RUN.
   *
   * @param functions those of them that are its own are taken
   * @throws IllegalArgumentException if the process has no such signal, or two functions disagree
   *     about what is safe for a final element
   */
  public LogicSolver(
      Asset.SafetyController controller,
      List<SafetyFunction> functions,
      FieldSignals field,
      Consumer<SafetyEvent> events,
      NanoClock clock) {
    this.controller = controller;
    this.field = field;
    this.events = events;
    this.clock = clock;
    this.now = new Tick(0, controller.scan().toNanos());
    functions.stream()
        .filter(f -> f.solver().equals(controller.id()))
        .forEach(f -> guards.put(f.id(), new Guard(f)));
    this.elements = elements();
  }

  private List<Element> elements() {
    Map<String, FinalElement> known = new LinkedHashMap<>();
    Map<String, List<FunctionLogic>> movers = new HashMap<>();
    for (Guard guard : guards.values()) {
      for (FinalElement element : guard.original.finalElements()) {
        FinalElement first = known.putIfAbsent(element.signal(), element);
        if (first != null && !first.equals(element)) {
          throw new IllegalArgumentException(
              "safety function %s: %s is safe at %s and normal at %s here, at %s and %s elsewhere"
                  .formatted(
                      guard.original.id(),
                      element.signal(),
                      element.safe(),
                      element.normal(),
                      first.safe(),
                      first.normal()));
        }
        movers.computeIfAbsent(element.signal(), _ -> new ArrayList<>()).add(guard.logic);
      }
    }
    return known.values().stream()
        .map(
            e ->
                new Element(
                    field.index(e.signal()),
                    e,
                    List.copyOf(movers.getOrDefault(e.signal(), List.of()))))
        .toList();
  }

  @Override
  public AssetId id() {
    return controller.id();
  }

  @Override
  public Duration period() {
    return controller.scan();
  }

  @Override
  public void scan(Tick tick, long lateNanos) {
    now = tick;
    orders.carryOut(tick);
    guards.values().forEach(Guard::scan);
    for (Element element : elements) {
      field.write(element.wire(), element.command());
    }
  }

  @Override
  public void publish() {
    List<Double> figures = new ArrayList<>();
    guards.values().forEach(guard -> guard.show(figures));
    telegram = new SafetyTelegram(now.index(), figures);
  }

  @Override
  public void restore(Tick tick) {
    now = tick;
    orders.carryOut(tick);
    key = KeySwitch.RUN;
    anyTrip = false;
    guards.values().forEach(guard -> guard.logic.restore(guard.original));
  }

  public KeySwitch key() {
    return key;
  }

  /** What it has told last; nobody on a network can ask for it, it is sent through a diode. */
  public SafetyTelegram telegram() {
    return telegram;
  }

  /** Whether a function has tripped and was not reset. */
  public boolean tripped(String function) {
    return guard(function).logic.tripped();
  }

  /** Turns its key, as a person does who stands before it. */
  public Answer turn(KeySwitch to) {
    return orders.give(
        _ -> {
          key = to;
          tell(controller.id().value(), Kind.KEY, "turned to " + to);
          return new Answer.Done();
        });
  }

  /**
   * Changes the trip limit of a function, as its engineering station does and as TRITON did;
   * refused unless the key is in PROGRAM.
   */
  public Answer change(String function, double limit) {
    Guard guard = guard(function);
    return orders.give(
        _ -> {
          if (key != KeySwitch.PROGRAM) {
            String why = "a change of its limit: the key is in " + key + ", not in PROGRAM";
            tell(function, Kind.REFUSED, why);
            return new Answer.Refused(Cause.KEY, why);
          }
          double before = guard.logic.function().trip().limit();
          guard.logic.follow(guard.logic.function().at(limit));
          tell(
              function,
              Kind.CHANGED,
              "limit " + FunctionLogic.figure(limit) + ", was " + FunctionLogic.figure(before));
          return new Answer.Done();
        });
  }

  /** Switches a function off for maintenance, not longer than its plant file allows. */
  public Answer bypass(String function, Duration length) {
    Guard guard = guard(function);
    return orders.give(_ -> answer(guard.logic.bypass(length), "longer than is allowed"));
  }

  /** Resets a function; refused while its trip is demanded. */
  public Answer reset(String function) {
    Guard guard = guard(function);
    return orders.give(
        _ -> {
          boolean done = guard.logic.reset();
          anyTrip = guards.values().stream().anyMatch(g -> g.logic.tripped());
          return answer(done, "its trip is still demanded");
        });
  }

  private static Answer answer(boolean done, String why) {
    return done ? new Answer.Done() : new Answer.Refused(Cause.MODE, why);
  }

  private Guard guard(String function) {
    Guard guard = guards.get(function);
    if (guard == null) {
      throw new IllegalArgumentException(
          "%s has no safety function %s; it has %s"
              .formatted(controller.id(), function, guards.keySet()));
    }
    return guard;
  }

  private void tell(String subject, Kind kind, String text) {
    events.accept(new SafetyEvent(clock.nanos(), now, controller.id(), subject, kind, text));
  }
}
