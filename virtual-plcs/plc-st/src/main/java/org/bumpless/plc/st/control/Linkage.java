package org.bumpless.plc.st.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.run.Cell;

/**
 * Which variables of a start a controller needs, and what for.
 *
 * @param firstScan is told whether a scan is the first
 * @param inputs of the field
 * @param outputs to the field
 * @param tags with their variables, which are as many
 */
record Linkage(
    Optional<Cell> firstScan,
    List<Cell> inputs,
    List<Cell> outputs,
    List<TagLink> tags,
    List<Cell> variables) {
  Linkage {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tags = List.copyOf(tags);
    variables = List.copyOf(variables);
  }

  /** The tags that the network writes. */
  List<TagLink> writable() {
    return tags.stream().filter(TagLink::writable).toList();
  }

  /** What a scan begins with: whether it is the first, the inputs, the tags that are writable. */
  List<Cell> loaded() {
    List<Cell> cells = new ArrayList<>(firstScan.stream().toList());
    cells.addAll(inputs);
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).writable()) {
        cells.add(variables.get(i));
      }
    }
    return cells;
  }

  /** What a scan ends with: all tags, the outputs. */
  List<Cell> stored() {
    List<Cell> cells = new ArrayList<>(variables);
    cells.addAll(outputs);
    return cells;
  }
}
