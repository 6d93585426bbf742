package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable (6.5).
 *
 * @param name empty for one that only has an address
 * @param address for example {@code %QX0.1}; empty if the compiler places it
 */
public record Declaration(
    Spot spot,
    String name,
    Optional<String> address,
    TypeSpec type,
    Optional<Initial> initial,
    Edge edge) {

  /** Whether an input is seen as it is, or only when it rises or falls. */
  public enum Edge {
    NONE,
    RISING,
    FALLING
  }

  /** Variables with something in common. */
  public record Section(
      Spot spot, Kind kind, Set<Qualifier> qualifiers, List<Declaration> variables) {
    public Section {
      qualifiers = Set.copyOf(qualifiers);
      variables = List.copyOf(variables);
    }

    /** What the variables are for. */
    public enum Kind {
      LOCAL,
      INPUT,
      OUTPUT,
      IN_OUT,
      TEMP,
      GLOBAL,
      EXTERNAL,
      ACCESS,
      CONFIG
    }

    /** What else holds for them. */
    public enum Qualifier {
      CONSTANT,
      RETAIN,
      NON_RETAIN
    }

    public boolean constant() {
      return qualifiers.contains(Qualifier.CONSTANT);
    }

    public boolean retained() {
      return qualifiers.contains(Qualifier.RETAIN);
    }
  }
}
