package org.bumpless.plc.st.run;

import java.lang.invoke.MethodHandle;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Address;

/** A variable of an elementary type, as a number; reading and writing it allocates nothing. */
public sealed interface Cell {
  Type type();

  double get();

  /** Whole numbers that are no number (NaN) become zero, and those too great the greatest. */
  void set(double value);

  /** One that is a public field of an object. */
  record InObject(Type type, Object owner, String field, MethodHandle getter, MethodHandle setter)
      implements Cell {
    @Override
    public double get() {
      try {
        return (double) getter.invokeExact(owner);
      } catch (Throwable e) {
        throw new IllegalStateException("a variable cannot be read", e);
      }
    }

    @Override
    public void set(double value) {
      try {
        setter.invokeExact(owner, value);
      } catch (Throwable e) {
        throw new IllegalStateException("a variable cannot be written", e);
      }
    }
  }

  /** One that lies in the controller's memory. */
  record InMemory(Type type, Address at, ProcessMemory memory) implements Cell {
    @Override
    public double get() {
      long bits = memory.read(at.area(), at.size(), at.index(), at.bit());
      if (type.carrier() == Carrier.FLOAT) {
        return Float.intBitsToFloat((int) bits);
      }
      if (type.carrier() == Carrier.DOUBLE) {
        return Double.longBitsToDouble(bits);
      }
      int unused = Long.SIZE - at.width();
      boolean signed = type.is(Family.SIGNED);
      return signed ? bits << unused >> unused : bits;
    }

    @Override
    public void set(double value) {
      long bits =
          switch (type.carrier()) {
            case FLOAT -> Float.floatToRawIntBits((float) value) & 0xFFFF_FFFFL;
            case DOUBLE -> Double.doubleToRawLongBits(value);
            default -> (long) value & (-1L >>> Long.SIZE - at.width());
          };
      memory.write(at.area(), at.size(), at.index(), at.bit(), bits);
    }
  }
}
