package org.bumpless.plc.st.control;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ProgramImage;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.typed.Address;

/**
 * A program that runs in a controller. A BOOL variable {@code FIRST_SCAN}, if the program has one,
 * is true in its first scan.
 */
final class StControl implements ControlProgram {
  private static final double NANOS = 1e9;

  /** A tag has what is without a sign in the program with one, by its 16 bits. */
  private static final int RANGE = 1 << 16;

  private final StInstance program;
  private final ProcessMemory memory;
  private final Crossing crossing;
  private final boolean tellsFirstScan;
  private final int inputs;
  private final int[] written;
  private final boolean[] unsigned;
  private final double[] loaded;
  private final double[] stored;
  private long nowNanos;
  private boolean first = true;

  StControl(StInstance program, ProcessMemory memory, Linkage linkage, Crossings crossings) {
    this.program = program;
    this.memory = memory;
    this.crossing = crossings.of(linkage.loaded(), linkage.stored());
    this.tellsFirstScan = linkage.firstScan().isPresent();
    this.inputs = linkage.inputs().size();
    this.written = linkage.written();
    this.unsigned = linkage.unsigned();
    this.loaded = new double[linkage.loaded().size()];
    this.stored = new double[linkage.stored().size()];
  }

  @Override
  public void scan(ProgramImage image, double seconds) {
    gather(image);
    crossing.load(loaded);
    program.scan(nowNanos);
    nowNanos += Math.round(seconds * NANOS);
    crossing.store(stored);
    spread(image);
  }

  private void gather(ProgramImage image) {
    int at = 0;
    if (tellsFirstScan) {
      loaded[at++] = first ? 1 : 0;
    }
    first = false;
    for (int i = 0; i < inputs; i++) {
      loaded[at++] = image.input(i);
    }
    for (int slot : written) {
      double value = image.get(slot);
      loaded[at++] = value < 0 && unsigned[slot] ? value + RANGE : value;
    }
  }

  private void spread(ProgramImage image) {
    int tags = unsigned.length;
    for (int slot = 0; slot < tags; slot++) {
      double value = stored[slot];
      image.set(slot, value > Short.MAX_VALUE && unsigned[slot] ? value - RANGE : value);
    }
    for (int i = tags; i < stored.length; i++) {
      image.output(i - tags, stored[i]);
    }
  }

  @Override
  public Map<String, Object> values(boolean all) {
    if (!all) {
      return program.retained();
    }
    SortedMap<String, Object> values = new TreeMap<>(program.variables());
    for (Address its : program.addresses()) {
      values.put(its.toString(), memory.read(its.area(), its.size(), its.index(), its.bit()));
    }
    return values;
  }

  @Override
  public void takeOver(Map<String, Object> values) {
    program.warmStart(values);
    for (Address its : program.addresses()) {
      if (values.get(its.toString()) instanceof Long bits) {
        memory.write(its.area(), its.size(), its.index(), its.bit(), bits);
      }
    }
  }
}
