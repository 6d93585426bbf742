package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Declaration.Section;

/** All that a text declares (IEC 61131-3, 6.4 to 6.8), in its order. */
public record Source(
    List<TypeDefinition> types,
    List<Section> globals,
    List<Unit> units,
    List<Configuration> configurations) {
  public Source {
    types = List.copyOf(types);
    globals = List.copyOf(globals);
    units = List.copyOf(units);
    configurations = List.copyOf(configurations);
  }

  /** A type of its own name (6.4.4). */
  public record TypeDefinition(Spot spot, String name, TypeSpec type, Optional<Initial> initial) {}

  /** A program organization unit (6.6). */
  public record Unit(
      Spot spot,
      Kind kind,
      String name,
      Optional<TypeSpec> result,
      List<Section> sections,
      List<Statement> body) {
    public Unit {
      sections = List.copyOf(sections);
      body = List.copyOf(body);
    }

    /** What it is. */
    public enum Kind {
      FUNCTION,
      FUNCTION_BLOCK,
      PROGRAM
    }
  }

  /** What runs where and when (6.8); resources of one configuration are taken together. */
  public record Configuration(
      Spot spot, String name, List<Section> globals, List<Task> tasks, List<Instance> instances) {
    public Configuration {
      globals = List.copyOf(globals);
      tasks = List.copyOf(tasks);
      instances = List.copyOf(instances);
    }
  }

  /** When something is executed (6.8.2). */
  public record Task(
      Spot spot,
      String name,
      Optional<Expression> interval,
      Optional<Expression> priority,
      Optional<Expression> single) {}

  /** A program that is executed, by a task or in each scan. */
  public record Instance(
      Spot spot,
      String name,
      Optional<String> task,
      String program,
      List<Expression.Argument> arguments) {
    public Instance {
      arguments = List.copyOf(arguments);
    }
  }
}
