package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a variable is before the first scan (6.5.1.3). */
public sealed interface Initial {
  Spot spot();

  /** A single value. */
  record Value(Spot spot, Expression expression) implements Initial {}

  /** Of a structure or an instance of a function block. */
  record Fields(Spot spot, Map<String, Initial> fields) implements Initial {}

  /** Of an array. */
  record Elements(Spot spot, List<Repeated> elements) implements Initial {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /**
   * Values that come once or several times.
   *
   * @param times empty for once
   */
  record Repeated(Optional<Expression> times, List<Initial> values) {
    public Repeated {
      values = List.copyOf(values);
    }
  }
}
