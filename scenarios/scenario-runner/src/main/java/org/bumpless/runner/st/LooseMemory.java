package org.bumpless.runner.st;

import java.util.HashMap;
import java.util.Map;
import org.bumpless.plc.st.run.ProcessMemory;

/** The memory of a controller that is none: each address is a place of its own. */
final class LooseMemory implements ProcessMemory {
  private final Map<String, Long> places = new HashMap<>();

  private static String place(char area, char size, int index, int bit) {
    return "%" + area + size + index + "." + bit;
  }

  @Override
  public long read(char area, char size, int index, int bit) {
    return places.getOrDefault(place(area, size, index, bit), 0L);
  }

  @Override
  public void write(char area, char size, int index, int bit, long value) {
    places.put(place(area, size, index, bit), value);
  }
}
