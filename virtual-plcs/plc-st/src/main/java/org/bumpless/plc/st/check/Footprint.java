package org.bumpless.plc.st.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plc.st.tree.Source;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.TypedSource.Unit;

/** How many variables a program has with all of its parts: a text must not take a host's memory. */
final class Footprint {
  /** More than a controller has room for. */
  private static final double VARIABLES_MAX = 4_000_000;

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Double> known = new HashMap<>();

  private Footprint(List<Unit> units) {
    units.forEach(unit -> this.units.put(unit.name(), unit));
  }

  /** Refuses units that are too large; none of them may be made of itself. */
  static void require(Source source, List<Unit> units, Problems problems) {
    Footprint footprint = new Footprint(units);
    for (Source.Unit unit : source.units()) {
      double size = footprint.unit(TypeTable.upper(unit.name()));
      if (size > VARIABLES_MAX) {
        problems.tried(
            () -> {
              throw new Slip(
                  unit.spot(),
                  "%s has %,.0f variables with those of its parts".formatted(unit.name(), size),
                  "expected %,.0f at most".formatted(VARIABLES_MAX));
            });
      }
    }
  }

  private double unit(String name) {
    Double size = known.get(name);
    if (size == null) {
      Unit unit = units.get(name);
      size =
          unit == null ? 0.0 : unit.slots().stream().map(Slot::type).mapToDouble(this::type).sum();
      known.put(name, size);
    }
    return size;
  }

  private double type(Type type) {
    return switch (type) {
      case ArrayType array -> array.size() * type(array.element());
      case StructType struct ->
          struct.fields().stream().mapToDouble(field -> type(field.type())).sum();
      case BlockType block -> unit(block.name());
      default -> 1;
    };
  }
}
