package org.bumpless.plc.st;

import java.util.HashMap;
import java.util.Map;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.StInstance;

/** A text that is compiled and scanned. */
final class Scanned {
  static final long MILLI = 1_000_000;

  private final Memory memory = new Memory();
  private final StInstance instance;
  private long now;

  Scanned(String text) throws StException {
    instance = new StCompiler().compile("test.st", text).start(memory);
  }

  /** A program with some variables and a body. */
  static Scanned body(String variables, String body) throws StException {
    return new Scanned(
        "PROGRAM Main\nVAR\n" + variables + "\nEND_VAR\n" + body + "\nEND_PROGRAM\n");
  }

  Scanned scan() {
    return scan(0);
  }

  /** The next scan, so much later. */
  Scanned scan(long millisLater) {
    now += millisLater * MILLI;
    instance.scan(now);
    return this;
  }

  Object get(String name) {
    Object value = instance.variables().get("MAIN." + name.toUpperCase(java.util.Locale.ROOT));
    return value == null ? "no variable " + name + " in " + instance.variables().keySet() : value;
  }

  Scanned set(String name, Object value) {
    instance.set("MAIN." + name.toUpperCase(java.util.Locale.ROOT), value);
    return this;
  }

  StInstance instance() {
    return instance;
  }

  Memory memory() {
    return memory;
  }

  /** Places of different sizes do not overlap. */
  static final class Memory implements ProcessMemory {
    private final Map<String, Long> places = new HashMap<>();

    private static String key(char area, char size, int index, int bit) {
      return "%" + area + size + index + "." + bit;
    }

    @Override
    public long read(char area, char size, int index, int bit) {
      return places.getOrDefault(key(area, size, index, bit), 0L);
    }

    @Override
    public void write(char area, char size, int index, int bit, long value) {
      places.put(key(area, size, index, bit), value);
    }
  }
}
