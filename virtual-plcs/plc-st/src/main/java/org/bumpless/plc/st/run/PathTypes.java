package org.bumpless.plc.st.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.jspecify.annotations.Nullable;

/** Of which type a variable is, by its name such as {@code MAIN.PUMPS[1].TIMER.ET}. */
final class PathTypes {
  private final TypedSource source;
  private final Map<String, List<Slot>> units = new HashMap<>();

  PathTypes(TypedSource source) {
    this.source = source;
    source.units().forEach(unit -> units.put(unit.name(), unit.slots()));
  }

  /** Empty if there is no such variable. */
  Optional<Type> of(String name) {
    String[] parts = name.split("\\.", -1);
    Optional<Type> global = along(parts, 0, source.globals());
    return global.isPresent()
        ? global
        : source.instances().stream()
            .filter(instance -> instance.name().equals(parts[0]))
            .findFirst()
            .flatMap(instance -> along(parts, 1, slots(instance.program())));
  }

  private List<Slot> slots(String unit) {
    return units.getOrDefault(unit, List.of());
  }

  private Optional<Type> along(String[] parts, int first, List<Slot> slots) {
    if (first >= parts.length) {
      return Optional.empty();
    }
    @Nullable Type type = named(parts[first], slots);
    for (int part = first + 1; type != null && part < parts.length; part++) {
      type =
          switch (type) {
            case BlockType block -> named(parts[part], slots(block.name()));
            case StructType struct -> field(parts[part], struct);
            default -> null;
          };
    }
    return Optional.ofNullable(type);
  }

  private static @Nullable Type named(String part, List<Slot> slots) {
    String name = withoutIndexes(part);
    return slots.stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .map(slot -> element(slot.type(), part))
        .orElse(null);
  }

  private static @Nullable Type field(String part, StructType struct) {
    String name = withoutIndexes(part);
    return struct.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(field -> element(field.type(), part))
        .orElse(null);
  }

  private static String withoutIndexes(String part) {
    int bracket = part.indexOf('[');
    return bracket < 0 ? part : part.substring(0, bracket);
  }

  /** As deep inside of an array as there are indexes. */
  private static @Nullable Type element(Type whole, String part) {
    @Nullable Type type = whole;
    for (int at = part.indexOf('['); at >= 0 && type != null; at = part.indexOf('[', at + 1)) {
      type = type instanceof ArrayType array ? array.element() : null;
    }
    return type;
  }
}
