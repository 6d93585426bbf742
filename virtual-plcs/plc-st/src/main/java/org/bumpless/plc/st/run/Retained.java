package org.bumpless.plc.st.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Instance;
import org.bumpless.plc.st.typed.TypedSource.Slot;

/** Which variables outlive a loss of power: those that say RETAIN, inside function blocks too. */
final class Retained {
  private final TypedSource source;
  private final Map<String, List<Slot>> units = new HashMap<>();
  private final Set<String> names = new TreeSet<>();

  Retained(TypedSource source) {
    this.source = source;
    source.units().forEach(unit -> units.put(unit.name(), unit.slots()));
  }

  /** By their names as {@link StInstance#variables()} has them; a name stands for its parts too. */
  Set<String> names() {
    within("", source.globals());
    for (Instance instance : source.instances()) {
      within(instance.name() + ".", slots(instance.program()));
    }
    return names;
  }

  private List<Slot> slots(String unit) {
    return units.getOrDefault(unit, List.of());
  }

  private void within(String path, List<Slot> slots) {
    for (Slot slot : slots) {
      if (slot.retained()) {
        names.add(path + slot.name());
      } else {
        within(path + slot.name(), slot.type());
      }
    }
  }

  private void within(String path, Type type) {
    switch (type) {
      case BlockType block -> within(path + ".", slots(block.name()));
      case ArrayType array when retains(array.element()) -> {
        for (int i = 0; i < array.size(); i++) {
          within(path + array.index(i), array.element());
        }
      }
      default -> {} // what has no declarations of its own inside
    }
  }

  private boolean retains(Type type) {
    return switch (type) {
      case BlockType block ->
          slots(block.name()).stream().anyMatch(slot -> slot.retained() || retains(slot.type()));
      case ArrayType array -> retains(array.element());
      default -> false;
    };
  }
}
