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

  private final StInstance program;
  private final ProcessMemory memory;
  private final Crossing crossing;
  private final boolean tellsFirstScan;
  private final int inputs;
  private final TagLink[] written;
  private final TagLink[] shown;
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
    this.written = linkage.writable().toArray(TagLink[]::new);
    this.shown = linkage.tags().toArray(TagLink[]::new);
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
    for (TagLink tag : written) {
      loaded[at++] = tag.toProgram(image.get(tag.slot()));
    }
  }

  private void spread(ProgramImage image) {
    int at = 0;
    for (TagLink tag : shown) {
      image.set(tag.slot(), tag.toNetwork(stored[at++]));
    }
    for (int i = 0; at < stored.length; i++) {
      image.output(i, stored[at++]);
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
