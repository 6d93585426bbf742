package org.bumpless.plc.st.type;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An array (6.4.4.5). Its elements lie one behind the other, the last index moving first. */
public record ArrayType(List<Dimension> dimensions, Type element) implements Type {
  private static final Pattern INDEX =
      Pattern.compile("\\[\\s*-?\\d{1,10}\\s*(,\\s*-?\\d{1,10}\\s*)*]");

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

  /**
   * The indexes of an element as a program writes them, such as {@code [2,3]}.
   *
   * @param place of the element among all, from 0
   */
  public String index(int place) {
    List<String> indexes = new ArrayList<>();
    int rest = place;
    for (Dimension dimension : dimensions.reversed()) {
      indexes.addFirst(Integer.toString(dimension.low() + rest % dimension.size()));
      rest /= dimension.size();
    }
    return "[" + String.join(",", indexes) + "]";
  }

  /** The place of the element that {@link #index} calls so; empty if there is none. */
  public OptionalInt place(String index) {
    if (!INDEX.matcher(index).matches()) {
      return OptionalInt.empty();
    }
    String[] indexes = index.substring(1, index.length() - 1).split(",", -1);
    if (indexes.length != dimensions.size()) {
      return OptionalInt.empty();
    }
    int place = 0;
    for (int i = 0; i < indexes.length; i++) {
      Dimension dimension = dimensions.get(i);
      long at = Long.parseLong(indexes[i].strip());
      if (at < dimension.low() || at > dimension.high()) {
        return OptionalInt.empty();
      }
      place = place * dimension.size() + (int) (at - dimension.low());
    }
    return OptionalInt.of(place);
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
