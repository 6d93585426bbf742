package org.bumpless.plc.st.typed;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;

/**
 * All that a text comes to.
 *
 * @param structs in an order in which each knows those that it is made of
 */
public record TypedSource(
    String name,
    List<Struct> structs,
    List<Slot> globals,
    List<Unit> units,
    List<Task> tasks,
    List<Instance> instances) {
  public TypedSource {
    structs = List.copyOf(structs);
    globals = List.copyOf(globals);
    units = List.copyOf(units);
    tasks = List.copyOf(tasks);
    instances = List.copyOf(instances);
  }

  /** A structure with what its fields are at first. */
  public record Struct(StructType type, List<Slot> fields) {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A variable.
   *
   * @param name in capitals
   * @param address where it lies, if the program says where
   */
  public record Slot(
      String name,
      Type type,
      Role role,
      boolean retained,
      boolean constant,
      Optional<Address> address,
      Start start) {}

  /** What a variable is for. */
  public enum Role {
    LOCAL,
    INPUT,
    RISING_INPUT,
    FALLING_INPUT,
    OUTPUT,
    IN_OUT,
    TEMP,
    GLOBAL
  }

  /** A function, function block or program. */
  public record Unit(
      String name, Kind kind, Optional<Type> result, List<Slot> slots, List<Step> body) {
    public Unit {
      slots = List.copyOf(slots);
      body = List.copyOf(body);
    }
  }

  /** What a unit is. */
  public enum Kind {
    FUNCTION,
    FUNCTION_BLOCK,
    PROGRAM
  }

  /**
   * When something is executed.
   *
   * @param intervalNanos 0 for each scan
   * @param priority 0 is the most urgent
   */
  public record Task(String name, long intervalNanos, int priority) {}

  /**
   * A program that is executed.
   *
   * @param task empty for each scan
   */
  public record Instance(String name, Optional<String> task, String program) {}
}
