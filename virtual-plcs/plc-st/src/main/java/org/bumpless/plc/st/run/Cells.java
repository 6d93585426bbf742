package org.bumpless.plc.st.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plc.st.typed.TypedSource.Slot;

/** Makes cells; what it takes to find a field is done once for all starts of a program. */
final class Cells {
  private static final MethodType GETTER = MethodType.methodType(double.class, Object.class);
  private static final MethodType SETTER =
      MethodType.methodType(void.class, Object.class, double.class);

  private final Map<Field, Access> known = new ConcurrentHashMap<>();

  private record Access(MethodHandle getter, MethodHandle setter) {}

  /** The variable of an object, or of the memory if it is located. */
  Cell of(Slot slot, Object owner, ProcessMemory memory) {
    if (slot.address().isPresent()) {
      return new Cell.InMemory(slot.type(), slot.address().get(), memory);
    }
    try {
      Field field = owner.getClass().getField(Variables.PREFIX + slot.name());
      Access access = known.computeIfAbsent(field, Cells::access);
      return new Cell.InObject(
          slot.type(), owner, field.getName(), access.getter(), access.setter());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a variable has no field: " + slot.name(), e);
    }
  }

  private static Access access(Field field) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      return new Access(
          lookup.unreflectGetter(field).asType(GETTER),
          MethodHandles.explicitCastArguments(lookup.unreflectSetter(field), SETTER));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a variable is not public: " + field, e);
    }
  }
}
