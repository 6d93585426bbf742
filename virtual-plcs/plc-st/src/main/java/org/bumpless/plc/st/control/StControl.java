package org.bumpless.plc.st.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ProgramImage;
import org.bumpless.plc.st.run.Cell;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.typed.Address;

/**
 * A program that runs in a controller. A BOOL variable {@code FIRST_SCAN}, if the program has one,
 * is true in its first scan.
 */
final class StControl implements ControlProgram {
  private static final String FIRST_SCAN = "FIRST_SCAN";
  private static final double NANOS = 1e9;

  private final StInstance program;
  private final ProcessMemory memory;
  private final List<Cell> inputs;
  private final List<Cell> outputs;
  private final List<TagLink> tags;
  private final Optional<Cell> firstScan;
  private long nowNanos;
  private boolean first = true;

  StControl(
      StInstance program,
      ProcessMemory memory,
      List<Cell> inputs,
      List<Cell> outputs,
      List<TagLink> tags) {
    this.program = program;
    this.memory = memory;
    this.inputs = inputs;
    this.outputs = outputs;
    this.tags = tags;
    this.firstScan = program.cell(FIRST_SCAN);
  }

  @Override
  public void scan(ProgramImage image, double seconds) {
    if (firstScan.isPresent()) {
      firstScan.get().set(first ? 1 : 0);
    }
    first = false;
    for (int i = 0; i < inputs.size(); i++) { // an iterator would allocate
      inputs.get(i).set(image.input(i));
    }
    for (int i = 0; i < tags.size(); i++) {
      tags.get(i).before(image);
    }
    program.scan(nowNanos);
    nowNanos += Math.round(seconds * NANOS);
    for (int i = 0; i < tags.size(); i++) {
      tags.get(i).after(image);
    }
    for (int i = 0; i < outputs.size(); i++) {
      image.output(i, outputs.get(i).get());
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
