package org.bumpless.plc.st.type;

import java.util.List;
import java.util.stream.Collectors;

/** An array (6.4.4.5). Its elements lie one behind the other, the last index moving first. */
public record ArrayType(List<Dimension> dimensions, Type element) implements Type {
  public ArrayType {
    dimensions = List.copyOf(dimensions);
  }

  /** The bounds of an index, both included. */
  public record Dimension(int low, int high) {
    public int size() {
      return high - low + 1;
    }
  }

  /** How many elements there are. */
  public long size() {
    return dimensions.stream().mapToLong(Dimension::size).reduce(1, (a, b) -> a * b);
  }

  @Override
  public String name() {
    return dimensions.stream()
        .map(dimension -> dimension.low() + ".." + dimension.high())
        .collect(Collectors.joining(", ", "ARRAY [", "] OF " + element.name()));
  }

  @Override
  public Carrier carrier() {
    return Carrier.OBJECT;
  }
}
