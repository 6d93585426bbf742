package org.bumpless.plc.st.run;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the variables of compiled units from outside; the units themselves cannot. */
final class Variables {
  static final String PREFIX = "v_";

  private Variables() {}

  /** All variables of an object, those of its parts too. */
  static void read(String path, Object owner, Map<String, Object> all) {
    for (Field field : owner.getClass().getFields()) {
      if (variable(field)) {
        add(path + field.getName().substring(PREFIX.length()), get(field, owner), all);
      }
    }
  }

  private static boolean variable(Field field) {
    return field.getName().startsWith(PREFIX) && !Modifier.isStatic(field.getModifiers());
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a variable is not public: " + field, e);
    }
  }

  private static void add(String name, @Nullable Object value, Map<String, Object> all) {
    if (value == null) {
      return; // a variable that was lent and has gone back
    }
    if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        add(name + "[" + i + "]", Array.get(value, i), all);
      }
    } else if (value instanceof Number || value instanceof String) {
      all.put(name, value);
    } else {
      read(name + ".", value, all);
    }
  }

  /** Sets a variable if it is one of the object's or of its parts; tells whether it is. */
  static boolean write(String path, Object owner, String name, Object value) {
    for (Field field : owner.getClass().getFields()) {
      if (!variable(field)) {
        continue;
      }
      String own = path + field.getName().substring(PREFIX.length());
      if (own.equalsIgnoreCase(name)) {
        return put(field, owner, value);
      }
      Object part = get(field, owner);
      if (part != null && inside(own, part, name.toUpperCase(Locale.ROOT), value)) {
        return true;
      }
    }
    return false;
  }

  /** Sets what lies inside of a part. */
  private static boolean inside(String own, Object part, String name, Object value) {
    if (name.startsWith(own + ".")) {
      return write(own + ".", part, name, value);
    }
    if (!name.startsWith(own + "[") || !part.getClass().isArray()) {
      return false;
    }
    int close = name.indexOf(']', own.length());
    String digits = close < 0 ? "" : name.substring(own.length() + 1, close);
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) >= Array.getLength(part)) {
      return false;
    }
    int index = Integer.parseInt(digits);
    String element = name.substring(0, close + 1);
    return name.equals(element)
        ? put(part, index, value)
        : inside(element, Array.get(part, index), name, value);
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
