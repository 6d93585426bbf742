package org.bumpless.plc.st.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Start;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value.Constant;

/** The variables that a unit knows. */
final class Scope {
  private final Map<String, Slot> globals;
  private final Map<String, Slot> own = new LinkedHashMap<>();
  private final Map<String, Constant> constants = new HashMap<>();

  /**
   * @param globals by their names in capitals
   */
  Scope(Map<String, Slot> globals) {
    this.globals = globals;
    globals.values().forEach(this::remember);
  }

  /** Its own variables, in their order. */
  Map<String, Slot> own() {
    return own;
  }

  /** One more. */
  void add(Slot slot, Spot spot) throws Slip {
    if (own.putIfAbsent(slot.name(), slot) != null) {
      throw new Slip(spot, "a second variable " + slot.name(), "each name once in a unit");
    }
    constants.remove(slot.name());
    remember(slot);
  }

  private void remember(Slot slot) {
    if (slot.constant() && slot.start() instanceof Start.Single(Constant value)) {
      constants.put(slot.name(), value);
    }
  }

  Optional<Slot> slot(String name) {
    String upper = TypeTable.upper(name);
    return Optional.ofNullable(own.get(upper)).or(() -> Optional.ofNullable(globals.get(upper)));
  }

  /** The place of a variable. */
  Optional<Place> place(String name) {
    String upper = TypeTable.upper(name);
    return slot(name).map(slot -> new Place.Variable(!own.containsKey(upper), upper, slot.type()));
  }

  /** What a variable is that never changes. */
  Optional<Constant> constant(String name) {
    return Optional.ofNullable(constants.get(TypeTable.upper(name)));
  }
}
