package org.bumpless.plc.st.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.tree.Source.Unit;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource.Slot;

/** The functions, function blocks and programs of a text, as far as a caller has to know them. */
final class Units {
  private final Map<String, Head> heads = new LinkedHashMap<>();

  /**
   * What can be called.
   *
   * @param slots by their names in capitals
   */
  record Head(String name, Unit.Kind kind, Optional<Type> result, Map<String, Slot> slots) {}

  void add(Head head) {
    heads.put(head.name(), head);
  }

  Optional<Head> function(String name) {
    return head(name).filter(head -> head.kind() == Unit.Kind.FUNCTION);
  }

  Optional<Head> head(String name) {
    return Optional.ofNullable(heads.get(TypeTable.upper(name)));
  }
}
