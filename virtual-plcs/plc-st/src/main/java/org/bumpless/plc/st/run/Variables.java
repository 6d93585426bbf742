package org.bumpless.plc.st.run;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the variables of compiled units from outside, by names as the program writes them:
 * {@code PUMPS[1].TIMER.ET}, {@code MATRIX[2,3]}; the units themselves cannot.
 */
final class Variables {
  static final String PREFIX = "v_";

  private final Map<String, List<Part>> blocks = new HashMap<>();

  Variables(TypedSource source) {
    source.units().forEach(unit -> blocks.put(unit.name(), parts(unit.slots())));
  }

  /** A variable of an object. */
  private record Part(String name, Type type) {}

  /** What lies in the controller's memory has no place of its own. */
  private static List<Part> parts(List<Slot> slots) {
    return slots.stream()
        .filter(slot -> slot.address().isEmpty())
        .map(slot -> new Part(slot.name(), slot.type()))
        .toList();
  }

  private List<Part> parts(Type type) {
    return switch (type) {
      case BlockType block -> blocks.getOrDefault(block.name(), List.of());
      case StructType struct ->
          struct.fields().stream().map(field -> new Part(field.name(), field.type())).toList();
      default -> List.of();
    };
  }

  /** All variables of an object, those of its parts too. */
  void read(String path, Object owner, List<Slot> slots, Map<String, Object> all) {
    readParts(path, owner, parts(slots), all);
  }

  private void readParts(String path, Object owner, List<Part> parts, Map<String, Object> all) {
    for (Part part : parts) {
      add(path + part.name(), part.type(), get(field(part, owner), owner), all);
    }
  }

  private static Field field(Part part, Object owner) {
    try {
      return owner.getClass().getField(PREFIX + part.name());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a variable has no field: " + part.name(), e);
    }
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a variable is not public: " + field, e);
    }
  }

  private void add(String name, Type type, @Nullable Object value, Map<String, Object> all) {
    if (value == null) {
      return; // a variable that was lent and has gone back
    }
    if (type instanceof ArrayType array) {
      for (int place = 0; place < Array.getLength(value); place++) {
        add(name + array.index(place), array.element(), Array.get(value, place), all);
      }
    } else if (value instanceof Number || value instanceof String) {
      all.put(name, value);
    } else {
      readParts(name + ".", value, parts(type), all);
    }
  }

  /**
   * Sets a variable if it is one of the object's or of its parts; tells whether it is.
   *
   * @param name from the object on
   */
  boolean write(Object owner, List<Slot> slots, String name, Object value) {
    return writeParts(owner, parts(slots), name.toUpperCase(Locale.ROOT), value);
  }

  private boolean writeParts(Object owner, List<Part> parts, String name, Object value) {
    for (Part part : parts) {
      if (name.startsWith(part.name())) {
        String rest = name.substring(part.name().length());
        Field field = field(part, owner);
        Object own = get(field, owner);
        if (rest.isEmpty() ? put(field, owner, value) : inside(part.type(), own, rest, value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Sets what lies inside of a part. */
  private boolean inside(Type type, @Nullable Object part, String rest, Object value) {
    if (part == null) {
      return false;
    }
    if (!(type instanceof ArrayType array)) {
      return rest.startsWith(".") && writeParts(part, parts(type), rest.substring(1), value);
    }
    int close = rest.indexOf(']');
    OptionalInt place = array.place(rest.substring(0, close + 1));
    if (place.isEmpty()) {
      return false;
    }
    String further = rest.substring(close + 1);
    return further.isEmpty()
        ? put(part, place.getAsInt(), value)
        : inside(array.element(), Array.get(part, place.getAsInt()), further, value);
  }

  private static boolean put(Object array, int index, Object value) {
    switch (array) {
      case int[] numbers -> numbers[index] = number(value).intValue();
      case long[] numbers -> numbers[index] = number(value).longValue();
      case float[] numbers -> numbers[index] = number(value).floatValue();
      case double[] numbers -> numbers[index] = number(value).doubleValue();
      case String[] texts -> texts[index] = value.toString();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean put(Field field, Object owner, Object value) {
    try {
      switch (field.getType().getName()) {
        case "int" -> field.setInt(owner, number(value).intValue());
        case "long" -> field.setLong(owner, number(value).longValue());
        case "float" -> field.setFloat(owner, number(value).floatValue());
        case "double" -> field.setDouble(owner, number(value).doubleValue());
        case "java.lang.String" -> field.set(owner, value.toString());
        default -> {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a variable is not public: " + field, e);
    }
  }

  private static Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean bit) {
      return bit ? 1 : 0;
    }
    throw new IllegalArgumentException(value + " is no number");
  }
}
