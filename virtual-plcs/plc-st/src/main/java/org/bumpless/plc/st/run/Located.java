package org.bumpless.plc.st.run;

import java.util.List;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.plc.st.typed.Start;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value.Constant;

/** Variables that lie in the controller's memory. */
final class Located {
  private Located() {}

  /** Gives them the first values that the program writes down for them. */
  static void begin(List<Slot> slots, ProcessMemory memory) {
    for (Slot slot : slots) {
      if (slot.start() instanceof Start.Single(Constant value)) {
        slot.address().ifPresent(address -> write(address, slot, value, memory));
      }
    }
  }

  private static void write(Address address, Slot slot, Constant value, ProcessMemory memory) {
    memory.write(address.area(), address.size(), address.index(), address.bit(), bits(slot, value));
  }

  private static long bits(Slot slot, Constant value) {
    if (slot.type().carrier() == Carrier.DOUBLE) {
      return Double.doubleToRawLongBits(value.real());
    }
    long all =
        slot.type().carrier() == Carrier.FLOAT
            ? Float.floatToRawIntBits((float) value.real())
            : value.whole();
    int width = slot.address().map(Address::width).orElse(Long.SIZE);
    return width == Long.SIZE ? all : all & (1L << width) - 1;
  }
}
