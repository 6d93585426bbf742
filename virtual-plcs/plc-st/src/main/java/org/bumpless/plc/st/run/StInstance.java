package org.bumpless.plc.st.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Instance;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.TypedSource.Task;

/** A program that runs. Used by one thread. */
public final class StInstance {
  /** No scan goes round so often: it would take seconds. */
  private static final int ROUNDS_MAX = 10_000_000;

  private static final Set<Carrier> ELEMENTARY =
      EnumSet.of(Carrier.INT, Carrier.LONG, Carrier.FLOAT, Carrier.DOUBLE);

  /** What has a value between two scans. */
  private static final Set<Role> STANDING =
      EnumSet.of(Role.LOCAL, Role.INPUT, Role.OUTPUT, Role.GLOBAL);

  private final TypedSource source;
  private final Variables variables;
  private final StGlobals globals;
  private final List<Running> programs;
  private final Set<String> retained;
  private final SortedMap<String, Cell> cells = new TreeMap<>();
  private final Set<Address> addresses = new LinkedHashSet<>();
  private final SortedMap<String, Cell> located = new TreeMap<>();
  private final PathTypes types;

  /** A program with its task. */
  private static final class Running {
    private final String name;
    private final Object unit;
    private final List<Slot> slots;
    private final Runnable body;
    private final Task task;
    private long nextNanos = Long.MIN_VALUE;

    Running(String name, Object unit, List<Slot> slots, Runnable body, Task task) {
      this.name = name;
      this.unit = unit;
      this.slots = slots;
      this.body = body;
      this.task = task;
    }
  }

  StInstance(TypedSource source, Units units, ProcessMemory memory, Cells maker) {
    this.source = source;
    this.variables = new Variables(source);
    this.globals = units.globals();
    globals.attach(memory);
    this.programs = new ArrayList<>();
    for (Instance instance : source.instances()) {
      Task task =
          instance.task().stream()
              .flatMap(name -> source.tasks().stream().filter(its -> its.name().equals(name)))
              .findFirst()
              .orElse(new Task("", 0, Integer.MAX_VALUE));
      Object unit = units.create(instance.program());
      List<Slot> slots =
          source.units().stream()
              .filter(its -> its.name().equals(instance.program()))
              .findFirst()
              .orElseThrow()
              .slots();
      programs.add(new Running(instance.name(), unit, slots, units.body(unit), task));
    }
    this.types = new PathTypes(source);
    this.retained = new Retained(source).names();
    Located.begin(source.globals(), memory);
    add("", source.globals(), globals, memory, maker);
    for (Running running : programs) {
      add(running.name + ".", running.slots, running.unit, memory, maker);
      Located.begin(running.slots, memory);
    }
    programs.sort(Comparator.comparingInt(running -> running.task.priority()));
  }

  /** A global variable hides one of a program, and one of a program that of a later one. */
  private void add(String path, List<Slot> slots, Object owner, ProcessMemory memory, Cells maker) {
    for (Slot slot : slots) {
      if (slot.address().isPresent()) {
        addresses.add(slot.address().get());
        located.put(path + slot.name(), maker.of(slot, owner, memory));
      }
      if (ELEMENTARY.contains(slot.type().carrier()) && STANDING.contains(slot.role())) {
        cells.computeIfAbsent(slot.name(), name -> maker.of(slot, owner, memory));
      }
    }
  }

  /** The variable of an elementary type that has a name, whether global or a program's. */
  public Optional<Cell> cell(String name) {
    return Optional.ofNullable(cells.get(name));
  }

  /** The names of all that {@link #cell} knows. */
  public Set<String> cells() {
    return Collections.unmodifiableSet(cells.keySet());
  }

  /** The places of the memory in which it has variables. */
  public Set<Address> addresses() {
    return Collections.unmodifiableSet(addresses);
  }

  /** What its RETAIN variables are now: what outlives a loss of power (6.5.6.1). */
  public SortedMap<String, Object> retained() {
    SortedMap<String, Object> kept = new TreeMap<>();
    variables()
        .forEach(
            (name, value) -> {
              if (retained.stream().anyMatch(own -> partOf(name, own))) {
                kept.put(name, value);
              }
            });
    return kept;
  }

  private static boolean partOf(String name, String whole) {
    return name.equals(whole) || name.startsWith(whole + ".") || name.startsWith(whole + "[");
  }

  /** Takes on what {@link #retained} has given before; what is not there any more is left out. */
  public void warmStart(Map<String, Object> kept) {
    Set<String> known = variables().keySet();
    kept.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            set(name, value);
          }
        });
  }

  /** Makes the objects of a program. */
  interface Units {
    StGlobals globals();

    Object create(String program);

    /** Carries a unit out. */
    Runnable body(Object unit);
  }

  /**
   * Carries out what is due, the most urgent first.
   *
   * @param nowNanos since the program began; never goes back
   * @throws ProgramFault if a program does what a controller stops for
   */
  public void scan(long nowNanos) {
    globals.begin(nowNanos, ROUNDS_MAX);
    for (int i = 0; i < programs.size(); i++) { // an iterator would allocate
      Running running = programs.get(i);
      if (due(running, nowNanos)) {
        carryOut(running);
      }
    }
  }

  private static boolean due(Running running, long now) {
    long interval = running.task.intervalNanos();
    if (interval == 0) {
      return true;
    }
    if (running.nextNanos == Long.MIN_VALUE) {
      running.nextNanos = now;
    }
    if (now < running.nextNanos) {
      return false;
    }
    running.nextNanos += interval;
    return true;
  }

  private static void carryOut(Running running) {
    try {
      running.body.run();
    } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ProgramFault(line(e), String.valueOf(e.getMessage()));
    }
  }

  /** The line of the program in whose code it happened. */
  private static int line(RuntimeException e) {
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("st.unit.")) {
        return element.getLineNumber();
      }
    }
    return 0;
  }

  /** What its variables are now, by names such as {@code MAIN.LEVEL} and {@code MAIN.TIMER.ET}. */
  public SortedMap<String, Object> variables() {
    SortedMap<String, Object> all = new TreeMap<>();
    variables.read("", globals, source.globals(), all);
    programs.forEach(
        running -> variables.read(running.name + ".", running.unit, running.slots, all));
    return all;
  }

  /**
   * What its variables are now, those too that lie in the controller's memory: for people to see.
   */
  public SortedMap<String, Object> shown() {
    SortedMap<String, Object> all = variables();
    located.forEach(
        (name, cell) ->
            all.put(
                name,
                cell.type().is(Family.REAL) ? (Number) cell.get() : (Number) (long) cell.get()));
    return all;
  }

  /** Of which type a variable is that {@link #shown} tells; empty if there is none of the name. */
  public Optional<Type> type(String name) {
    return types.of(name);
  }

  /**
   * Sets a variable of an elementary type.
   *
   * @param name as {@link #variables} gives it
   * @throws IllegalArgumentException if there is none of that name that can be set
   */
  public void set(String name, Object value) {
    boolean found = variables.write(globals, source.globals(), name, value);
    for (Running running : programs) {
      String path = running.name + ".";
      found =
          found
              || name.regionMatches(true, 0, path, 0, path.length())
                  && variables.write(
                      running.unit, running.slots, name.substring(path.length()), value);
    }
    if (!found) {
      throw new IllegalArgumentException("there is no variable " + name + " that can be set");
    }
  }
}
