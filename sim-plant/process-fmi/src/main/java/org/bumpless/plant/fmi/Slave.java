package org.bumpless.plant.fmi;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.fmi.Variable.Causality;
import org.bumpless.plant.fmi.Variable.Kind;

/**
 * One instance of an FMU, led through the states of FMI 2.0 (figure 11, 4.2.4): set up,
 * initialized, stepped, freed. Every method but {@link #close} throws {@link FmuException} if the
 * FMU refuses.
 */
final class Slave implements AutoCloseable {
  private static final int WARNING = 1;
  private static final int DISCARD = 2;
  private static final int FATAL = 4;
  private static final List<String> STATUS =
      List.of("ok", "warning", "discard", "error", "fatal", "pending");

  private final Functions functions;
  private final Library library;
  private final ModelDescription description;
  private final String name;
  // no lists: a step would leave their iterators behind
  private final Exchange[] outputs;
  private final Exchange[] inputs;
  private final List<Parameter> parameters;
  private final List<MemorySegment> states = new ArrayList<>();
  private final MemorySegment place;
  private final MemorySegment instance;
  private boolean sound = true;

  /** A parameter of the FMU and what the plant file sets it to. */
  record Parameter(Variable variable, double value) {}

  Slave(
      Library library,
      Functions functions,
      ModelDescription description,
      String resources,
      String name,
      List<Parameter> parameters) {
    this.library = library;
    this.functions = functions;
    this.description = description;
    this.name = name;
    this.parameters = List.copyOf(parameters);
    Arena memory = library.memory();
    outputs = exchanges(description.of(Causality.OUTPUT), memory);
    inputs = exchanges(description.of(Causality.INPUT), memory);
    place = library.pointer();
    instance =
        Calls.instantiate(
            functions.instantiate(),
            memory.allocateFrom(name),
            memory.allocateFrom(description.guid()),
            memory.allocateFrom(resources),
            library.callbacks());
    if (instance.equals(MemorySegment.NULL)) {
      throw new FmuException(
          "that fmi2Instantiate refuses %s%s".formatted(name, library.complaint()),
          "a library that belongs to this model description");
    }
  }

  private static Exchange[] exchanges(List<Variable> variables, Arena memory) {
    return Stream.of(Kind.values())
        .map(kind -> new Exchange(kind, variables, memory))
        .filter(exchange -> exchange.count() > 0)
        .toArray(Exchange[]::new);
  }

  /** Goes from the state after instantiation or reset to the beginning of the simulation. */
  void initialize() {
    for (Parameter parameter : parameters) {
      Exchange one =
          new Exchange(
              parameter.variable().kind(), List.of(parameter.variable()), library.memory());
      one.put(new double[] {parameter.value()}, 0);
      set(one);
    }
    require(
        "fmi2SetupExperiment",
        Calls.setup(functions.setup(), instance, description.startSeconds()));
    require("fmi2EnterInitializationMode", Calls.simple(functions.enter(), instance));
    require("fmi2ExitInitializationMode", Calls.simple(functions.exit(), instance));
  }

  /** Goes back to the beginning of the simulation. */
  void restart() {
    require("fmi2Reset", Calls.simple(functions.reset(), instance));
    sound = true;
    initialize();
  }

  /** Sets all inputs, from their place in an array on. */
  void set(double[] values, int offset) {
    for (Exchange exchange : inputs) {
      exchange.put(values, offset);
      set(exchange);
    }
  }

  private void set(Exchange exchange) {
    require(
        "a function that sets values",
        Calls.values(
            functions.set(exchange.kind()),
            instance,
            exchange.references(),
            exchange.count(),
            exchange.values()));
  }

  /** Gets all outputs, to their place in an array. */
  void get(double[] values, int offset) {
    for (Exchange exchange : outputs) {
      require(
          "a function that gets values",
          Calls.values(
              functions.get(exchange.kind()),
              instance,
              exchange.references(),
              exchange.count(),
              exchange.values()));
      exchange.take(values, offset);
    }
  }

  /** Simulates from one communication point to the next. */
  void step(double from, double seconds) {
    int status =
        Calls.step(functions.step(), instance, from, seconds, description.states() ? 0 : 1);
    if (status > WARNING) {
      throw failed(
          status,
          "fmi2DoStep of %s s at %s s".formatted(seconds, from),
          status == DISCARD
              ? "a shorter scan of the plant, or a model that does not end by itself"
              : "inputs and parameters that the model can bear");
    }
  }

  /** Its state now; only if it can be taken. Valid until this is closed. */
  MemorySegment state() {
    place.set(ADDRESS, 0, MemorySegment.NULL); // a state that is there would be overwritten
    require("fmi2GetFMUstate", Calls.state(functions.getState(), instance, place));
    MemorySegment state = place.get(ADDRESS, 0);
    states.add(state);
    return state;
  }

  /** Goes to a state. */
  void restore(MemorySegment state) {
    require("fmi2SetFMUstate", Calls.state(functions.setState(), instance, state));
    sound = true;
  }

  private void require(String what, int status) {
    if (status > WARNING) {
      throw failed(status, what, "inputs and parameters that the model can bear");
    }
  }

  private FmuException failed(int status, String what, String expected) {
    sound = false;
    if (status == FATAL) {
      library.die();
    }
    String word = status < STATUS.size() ? STATUS.get(status) : "status " + status;
    return new FmuException(
        "%s of %s in %s%s".formatted(word, name, what, library.complaint()), expected);
  }

  /** Frees it, as far as the FMU may still be called. */
  @Override
  public void close() {
    if (library.isDead()) {
      return;
    }
    for (MemorySegment state : states) {
      place.set(ADDRESS, 0, state);
      Calls.state(functions.freeState(), instance, place);
    }
    if (sound) {
      Calls.simple(functions.terminate(), instance);
    }
    Calls.free(functions.free(), instance);
  }
}
