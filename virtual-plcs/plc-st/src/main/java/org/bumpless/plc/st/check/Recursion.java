package org.bumpless.plc.st.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plc.st.tree.Source;
import org.bumpless.plc.st.tree.Source.Unit;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource;

/** Whether a unit has an instance of itself, or calls itself. */
final class Recursion {
  private Recursion() {}

  /** Whether there is such a unit; each is told. */
  static boolean found(Source source, List<TypedSource.Unit> bodies, Problems problems) {
    Map<String, Set<String>> uses =
        bodies.stream()
            .collect(
                Collectors.toMap(TypedSource.Unit::name, Recursion::uses, (one, other) -> one));
    boolean found = false;
    for (Unit unit : source.units()) {
      String own = TypeTable.upper(unit.name());
      if (reaches(own, own, uses, new HashSet<>())) {
        found = true;
        problems.tried(
            () -> {
              throw new Slip(
                  unit.spot(),
                  unit.name() + " is made of itself or calls itself",
                  "the standard forbids recursion: use a loop");
            });
      }
    }
    return found;
  }

  private static boolean reaches(
      String from, String to, Map<String, Set<String>> uses, Set<String> seen) {
    for (String next : uses.getOrDefault(from, Set.of())) {
      if (next.equals(to) || seen.add(next) && reaches(next, to, uses, seen)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> uses(TypedSource.Unit unit) {
    Set<String> names = Calls.of(unit.body());
    unit.slots().forEach(slot -> names.addAll(blocks(slot.type())));
    return names;
  }

  private static Set<String> blocks(Type type) {
    return switch (type) {
      case BlockType block -> Set.of(block.name());
      case ArrayType array -> blocks(array.element());
      case StructType struct ->
          struct.fields().stream()
              .flatMap(field -> blocks(field.type()).stream())
              .collect(Collectors.toSet());
      default -> Set.of();
    };
  }
}
