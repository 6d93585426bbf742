package org.bumpless.plc.st.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bumpless.plc.st.run.Cell;

/**
 * Which variables of a start a controller needs, and what for.
 *
 * @param firstScan is told whether a scan is the first
 * @param inputs of the field
 * @param outputs to the field
 * @param tags in the order of their slots
 */
record Linkage(
    Optional<Cell> firstScan, List<Cell> inputs, List<Cell> outputs, List<TagLink> tags) {
  Linkage {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tags = List.copyOf(tags);
  }

  /** The slots of the tags that the network writes. */
  int[] written() {
    return IntStream.range(0, tags.size()).filter(slot -> tags.get(slot).writable()).toArray();
  }

  /** Of each slot. */
  boolean[] unsigned() {
    boolean[] unsigned = new boolean[tags.size()];
    for (int slot = 0; slot < unsigned.length; slot++) {
      unsigned[slot] = tags.get(slot).unsigned();
    }
    return unsigned;
  }

  /** What a scan begins with: whether it is the first, the inputs, the tags that are writable. */
  List<Cell> loaded() {
    List<Cell> cells = new ArrayList<>(firstScan.stream().toList());
    cells.addAll(inputs);
    tags.stream().filter(TagLink::writable).map(TagLink::variable).forEach(cells::add);
    return cells;
  }

  /** What a scan ends with: all tags, the outputs. */
  List<Cell> stored() {
    List<Cell> cells = new ArrayList<>(tags.stream().map(TagLink::variable).toList());
    cells.addAll(outputs);
    return cells;
  }
}
