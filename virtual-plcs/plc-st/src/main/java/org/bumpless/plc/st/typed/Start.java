package org.bumpless.plc.st.typed;

import java.util.List;
import java.util.Map;

/** What a variable is before the first scan. */
public sealed interface Start {

  /** What its type says: zero, false, an empty text; a structure's own. */
  record Usual() implements Start {}

  /** A single value, of the variable's type. */
  record Single(Value.Constant value) implements Start {}

  /** Of a structure or a function block: of some of its fields, by their names in capitals. */
  record Fields(Map<String, Start> fields) implements Start {
    public Fields {
      fields = Map.copyOf(fields);
    }
  }

  /** Of an array: of its first elements. */
  record Elements(List<Start> elements) implements Start {
    public Elements {
      elements = List.copyOf(elements);
    }
  }
}
